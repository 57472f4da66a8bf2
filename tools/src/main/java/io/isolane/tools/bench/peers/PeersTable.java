package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.peers.contest.Outcome;
import io.isolane.tools.bench.peers.contest.Range;
import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** What came of some works, as a table for a terminal, and what a reader should know below it. Stateless. */
final class PeersTable {
    private static final String NONE = "-";

    private PeersTable() {}

    /**
     * The lines.
     *
     * @param works for each the outcomes, ours first
     * @param ratios what the columns are called in which ours are compared with each other one
     */
    static List<String> lines(List<List<Outcome>> works, List<String> ratios) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        List<Text> groups = new ArrayList<>(List.of(Text.of(""), Text.over(4, "frames in")));
        ratios.forEach(ratio -> groups.add(Text.over(3, ratio)));
        table.row(groups);
        List<String> head = new ArrayList<>(List.of("", "Mpps", "(lowest,", "highest)", "ns/frame"));
        ratios.forEach(ratio -> head.addAll(List.of("median", "(lowest,", "highest)")));
        table.row(head.toArray(String[]::new));
        for (List<Outcome> outcomes : works) {
            table.row(outcomes.getFirst().work().label());
            outcomes.forEach(outcome -> table.row(row(outcome, outcomes, ratios.size())));
        }
        List<String> lines = new ArrayList<>(table.lines());
        remarks(works).forEach(remark -> lines.addAll(Paragraph.wrap("- ", remark)));
        return lines;
    }

    private static String[] row(Outcome outcome, List<Outcome> all, int ratios) {
        List<String> cells = new ArrayList<>();
        cells.add("  " + outcome.contender().label());
        Optional<Range> rate = outcome.rate();
        cells.addAll(range(rate, 1e6));
        cells.add(rate.map(range -> Figures.fixed(1e9 / range.median(), 1)).orElse(NONE));
        if (!outcome.contender().isOurs()) {
            Stream<Outcome> ours = all.stream().filter(each -> each.contender().isOurs());
            ours.limit(ratios).forEach(each -> cells.addAll(range(outcome.ratioOf(each), 1)));
        }
        return cells.toArray(String[]::new);
    }

    private static List<String> range(Optional<Range> values, double unit) {
        return values.map(range -> List.of(
                        number(range.median() / unit),
                        "(" + number(range.lowest() / unit) + ",",
                        number(range.highest() / unit) + ")"))
                .orElse(List.of(NONE, "", ""));
    }

    /** Three digits or so, whatever the size. */
    private static String number(double value) {
        return Figures.fixed(value, value < 1 ? 3 : value < 10 ? 2 : 1);
    }

    /** One that holds for several works is said once. */
    private static List<String> remarks(List<List<Outcome>> works) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        works.stream()
                .flatMap(List::stream)
                .forEach(outcome -> outcome.remarks()
                        .forEach(remark -> labels.computeIfAbsent(
                                        outcome.contender().label() + ": " + remark, key -> new ArrayList<>())
                                .add(outcome.work().label())));
        return labels.entrySet().stream()
                .map(remark -> remark.getKey() + (isEverywhere(remark, works) ? "" : " (" + joined(remark) + ")"))
                .toList();
    }

    private static boolean isEverywhere(Map.Entry<String, List<String>> remark, List<List<Outcome>> works) {
        long entered = works.stream()
                .flatMap(List::stream)
                .filter(outcome ->
                        remark.getKey().startsWith(outcome.contender().label() + ": "))
                .count();
        return works.size() > 1 && entered == remark.getValue().size();
    }

    private static String joined(Map.Entry<String, List<String>> remark) {
        return String.join("; ", remark.getValue());
    }
}
