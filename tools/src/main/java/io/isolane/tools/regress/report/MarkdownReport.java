package io.isolane.tools.regress.report;

import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as GitHub-flavoured Markdown: a table, then the reasons, folded. Stateless. */
final class MarkdownReport {
    private MarkdownReport() {}

    static String render(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("### Performance: " + comparison.verdict().label());
        lines.add("");
        String shared = Words.sharedParameters(comparison);
        lines.add(escaped(Words.counts(comparison) + "." + (shared.isEmpty() ? "" : " All with " + shared + ".")));
        lines.add("");
        lines.add(row(Stream.of(
                "Benchmark",
                "Parameters",
                "Figure",
                "Unit",
                "Baseline",
                "Candidate",
                "Change",
                "Interval",
                "Verdict")));
        lines.add("|---|---|---|---|--:|--:|--:|--:|---|");
        comparison
                .judgements()
                .forEach(judgement -> lines.add(row(Row.of(judgement, Words.shared(comparison)), judgement.verdict())));
        lines.add("");
        lines.add(escaped(Words.legend(comparison)));
        lines.add("");
        lines.add("<details><summary>Reasons, machines, remarks</summary>");
        lines.add("");
        lines.add("- Baseline: " + side(comparison.baseline()));
        lines.add("- Candidate: " + side(comparison.candidate()));
        Words.reasons(comparison).forEach(reason -> lines.add("- " + escaped(reason)));
        comparison.remarks().forEach(remark -> lines.add("- " + escaped(remark)));
        lines.add("");
        lines.add("</details>");
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static String row(Row row, Verdict said) {
        String verdict = said.isCall() ? "**" + row.verdict() + "**" : row.verdict();
        return row(Stream.concat(
                Stream.of(
                                row.benchmark(),
                                row.parameters(),
                                row.figure(),
                                row.unit(),
                                row.baseline(),
                                row.candidate(),
                                row.change(),
                                row.interval())
                        .map(MarkdownReport::escaped),
                Stream.of(mark(said) + verdict)));
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> ":rocket: ";
            case SLOWER -> ":red_circle: ";
            case SAME -> "";
            case INCONCLUSIVE -> ":grey_question: ";
        };
    }

    private static String row(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String side(Side side) {
        String facts = Words.facts(side);
        return escaped(side.name() + (facts.isEmpty() ? "" : " (" + facts + ")"));
    }

    /** As text that stays text: names come from files and could hold a table's bars, markup, or mention somebody. */
    static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace(":", "&#58;")
                .replaceAll("([\\\\`*_{}\\[\\]()#|~!$])", "\\\\$1");
    }
}
