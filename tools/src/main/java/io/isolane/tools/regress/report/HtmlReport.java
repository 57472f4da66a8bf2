package io.isolane.tools.regress.report;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;

/** A comparison as one page: a chart of all effects with their intervals, and a row for each metric. Stateless. */
final class HtmlReport {
    private HtmlReport() {}

    static String render(Comparison comparison, String command) {
        return Page.render("Performance: " + comparison.verdict().label(), html -> {
            html.element("p", Words.counts(comparison) + ".");
            side(html, "Baseline", comparison.baseline());
            side(html, "Candidate", comparison.candidate());
            html.open("figure");
            EffectChart.of(comparison, command).drawForPage(html);
            html.close();
            rows(html, comparison);
            remarks(html, comparison);
        });
    }

    private static void side(Markup html, String role, Side side) {
        html.open("p").element("strong", role + ": ").text(side.name());
        html.empty("br").element("span", Words.facts(side), "class", "faint").close();
    }

    private static void rows(Markup html, Comparison comparison) {
        html.open("ul", "class", "rows");
        html.open("li", "class", "row faint");
        html.element("div", "benchmark").element("div", "baseline \u2192 candidate", "class", "number");
        html.element("div", "verdict").close();
        comparison.judgements().forEach(judgement -> row(html, judgement));
        html.close();
    }

    private static void row(Markup html, Judgement judgement) {
        Row row = Row.of(judgement);
        html.open("li", "class", "row");
        html.open("div").open("strong");
        Page.breakable(html, row.benchmark());
        html.close().text(" " + row.figure());
        html.empty("br").element("span", row.parameters(), "class", "faint").close();
        html.element("div", row.baseline() + " \u2192 " + row.candidate() + " " + row.unit(), "class", "number");
        html.open("div").element("span", row.verdict(), "class", "verdict " + row.verdict());
        html.empty("br").text(row.change()).close();
        html.element("div", row.interval() + " " + row.reason() + ".", "class", "reason faint")
                .close();
    }

    private static void remarks(Markup html, Comparison comparison) {
        if (!comparison.remarks().isEmpty()) {
            html.element("h2", "Remarks").open("ul");
            comparison.remarks().forEach(remark -> html.element("li", remark));
            html.close();
        }
    }
}
