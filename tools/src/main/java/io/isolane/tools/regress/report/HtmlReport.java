package io.isolane.tools.regress.report;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;

/** A comparison as one page: a row for each metric with its effect and interval as a picture. Stateless. */
final class HtmlReport {
    private HtmlReport() {}

    static String render(Comparison comparison) {
        return Page.render("Performance: " + comparison.verdict().label(), html -> {
            html.element("p", Words.counts(comparison) + ".");
            side(html, "Baseline", comparison.baseline());
            side(html, "Candidate", comparison.candidate());
            rows(html, comparison);
            html.element("p", Words.legend(comparison) + " The band is the change asked about.", "class", "faint");
            remarks(html, comparison);
        });
    }

    private static void side(Markup html, String role, Side side) {
        html.open("p").element("strong", role + ": ").text(side.name());
        html.empty("br").element("span", Words.facts(side), "class", "faint").close();
    }

    private static void rows(Markup html, Comparison comparison) {
        EffectPicture picture = EffectPicture.of(comparison);
        html.open("ul", "class", "rows");
        html.open("li", "class", "row faint");
        html.element("div", "benchmark").element("div", "baseline \u2192 candidate", "class", "number");
        html.open("div", "class", "picture");
        picture.drawAxis(html);
        html.close().element("div", "verdict").close();
        comparison.judgements().forEach(judgement -> row(html, judgement, picture));
        html.close();
    }

    private static void row(Markup html, Judgement judgement, EffectPicture picture) {
        Row row = Row.of(judgement);
        html.open("li", "class", "row");
        html.open("div").open("strong");
        Page.breakable(html, row.benchmark());
        html.close().text(" " + row.figure());
        html.empty("br").element("span", row.parameters(), "class", "faint").close();
        html.element("div", row.baseline() + " \u2192 " + row.candidate() + " " + row.unit(), "class", "number");
        html.open("div", "class", "picture " + row.verdict());
        picture.draw(html, judgement);
        html.close();
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
