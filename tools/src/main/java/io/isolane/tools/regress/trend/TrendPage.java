package io.isolane.tools.regress.trend;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.report.Page;

/** A trend as one page: a chart for each metric, each change marked in it and said below. Stateless. */
final class TrendPage {
    private TrendPage() {}

    static String render(TrendReport report) {
        return Page.render("Performance over time", html -> {
            html.element("p", report.summary() + ".");
            html.element("p", report.directory() + ": " + report.conditions() + ".", "class", "faint");
            report.trends().forEach(trend -> section(html, report, trend));
            report.history().remarks().forEach(remark -> html.element("p", remark));
        });
    }

    private static void section(Markup html, TrendReport report, Trend trend) {
        html.open("figure");
        TrendChart.of(report, trend).drawForPage(html);
        html.close();
        if (!trend.isLongEnough()) {
            html.element("p", trend.series().points().size() + " results are too few to find a change.");
        }
        html.open("ul");
        for (Change change : trend.changes()) {
            html.element("li", TrendFormat.sentence(trend, change), "class", change.isWorse() ? "worse" : "better");
        }
        html.close();
    }
}
