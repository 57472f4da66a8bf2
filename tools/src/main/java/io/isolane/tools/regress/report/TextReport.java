package io.isolane.tools.regress.report;

import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** A comparison as a table for a terminal, then the reasons. Stateless. */
final class TextReport {
    private static final int LEFT_COLUMNS = 3;

    private TextReport() {}

    static String render(Comparison comparison, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        lines.add("baseline   " + side(comparison.baseline()));
        lines.add("candidate  " + side(comparison.candidate()));
        if (!Words.shared(comparison).isEmpty()) {
            lines.add("all with   " + oneLine(Words.sharedParameters(comparison)));
        }
        lines.add("");
        lines.addAll(table(comparison, ansi).lines());
        lines.add("");
        lines.addAll(Paragraph.wrap("", Words.legend(comparison)));
        Words.reasons(comparison).forEach(reason -> lines.addAll(Paragraph.wrap("  - ", oneLine(reason))));
        comparison.remarks().forEach(remark -> lines.addAll(Paragraph.wrap("  - ", oneLine(remark))));
        lines.add("");
        lines.add(Words.summary(comparison));
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static TextTable table(Comparison comparison, Ansi ansi) {
        TextTable table = new TextTable(ansi, LEFT_COLUMNS);
        table.row(Stream.of(
                        "benchmark",
                        "parameters",
                        "figure",
                        "unit",
                        "baseline",
                        "candidate",
                        "change",
                        "interval",
                        "verdict")
                .map(title -> Text.styled(title, "bold"))
                .toList());
        table.rule();
        comparison.judgements().forEach(judgement -> table.row(cells(judgement, Words.shared(comparison))));
        return table;
    }

    private static List<Text> cells(Judgement judgement, Map<String, String> shared) {
        Row row = Row.of(judgement, shared);
        Stream<Text> plain = Stream.of(
                        row.benchmark(),
                        row.parameters(),
                        row.figure(),
                        row.unit(),
                        row.baseline(),
                        row.candidate(),
                        row.change(),
                        row.interval())
                .map(TextReport::oneLine)
                .map(Text::of);
        return Stream.concat(plain, Stream.of(Text.styled(row.verdict(), style(judgement.verdict()))))
                .toList();
    }

    /** Names come from files: what would steer a terminal is shown as a question mark. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String style(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "fg(green)";
            case SLOWER -> "bold,fg(red)";
            case SAME -> "";
            case INCONCLUSIVE -> "fg(yellow)";
        };
    }

    private static String side(Side side) {
        String facts = Words.facts(side);
        return oneLine(side.name()) + (facts.isEmpty() ? "" : "  (" + oneLine(facts) + ")");
    }
}
