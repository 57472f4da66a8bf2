package io.isolane.tools.regress.trend;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.report.Quantity;
import io.isolane.tools.regress.trend.Series.Point;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A series as a line chart: a dot for each result, a line for each level or drift, a dashed line at each change. Places from left to right are shares
 * of the width, so that the chart fits any screen. Immutable.
 */
record TrendChart(Trend trend) {
    private static final double HEIGHT = 160;
    private static final double MARGIN = 12;
    private static final int TICKS = 4;

    /** The share of the width from which on a label stands to the left of its line. */
    private static final double LATE = 0.8;

    void draw(Markup html) {
        html.open("div", "class", "plot");
        drawScale(html);
        Series series = trend.series();
        html.open(
                "svg",
                "height",
                pixels(HEIGHT),
                "role",
                "img",
                "aria-label",
                series.metric().label() + " over " + series.points().size() + " results, "
                        + trend.changes().size() + " changes");
        for (int tick = 0; tick <= TICKS; tick++) {
            line(html, "axis", -0.5, series.points().size() - 0.5, valueAt(tick), valueAt(tick));
        }
        trend.changes().forEach(change -> drawChange(html, change));
        drawPoints(html, series.points());
        trend.stretches()
                .forEach(stretch ->
                        line(html, "level", stretch.from() - 0.4, stretch.to() - 0.6, stretch.first(), stretch.last()));
        html.close();
        html.element("span", "").open("div", "class", "faint");
        html.text(series.points().getFirst().label() + " \u2192 "
                + series.points().getLast().label());
        html.close().close();
    }

    private void drawScale(Markup html) {
        html.open("svg", "height", pixels(HEIGHT), "aria-hidden", "true");
        for (int tick = 0; tick <= TICKS; tick++) {
            html.element(
                    "text",
                    Quantity.of(valueAt(tick)),
                    "x",
                    "100%",
                    "y",
                    pixels(down(valueAt(tick)) + 4),
                    "text-anchor",
                    "end");
        }
        html.close();
    }

    private void drawPoints(Markup html, List<Point> points) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            html.open("circle", "class", "dot", "cx", across(i), "cy", pixels(down(point.value())), "r", "3");
            html.element(
                    "title",
                    point.label() + ": " + Quantity.of(point.value()) + " "
                            + trend.series().metric().unit());
            html.close();
        }
    }

    private void drawChange(Markup html, Change change) {
        double at = change.isDrift() ? (change.from() + change.to()) / 2.0 : change.to() - 0.5;
        boolean isAtTheEnd = at > LATE * trend.series().points().size();
        html.open("g", "class", change.isWorse() ? "worse" : "better");
        html.open("line", "class", "change", "x1", across(at), "x2", across(at), "y1", "0", "y2", pixels(HEIGHT));
        html.element("title", TrendFormat.sentence(trend, change)).close();
        html.element(
                "text",
                (change.isWorse() ? "\u2212" : "+")
                        + Quantity.change(Math.abs(change.effect())).substring(1),
                "x",
                across(at),
                "y",
                "10",
                "dx",
                isAtTheEnd ? "-4" : "4",
                "text-anchor",
                isAtTheEnd ? "end" : "start",
                "style",
                "fill:currentColor");
        html.close();
    }

    private void line(Markup html, String style, double fromX, double toX, double fromY, double toY) {
        html.empty(
                "line",
                "class",
                style,
                "x1",
                across(fromX),
                "x2",
                across(toX),
                "y1",
                pixels(down(fromY)),
                "y2",
                pixels(down(toY)));
    }

    private double valueAt(int tick) {
        return low() + (high() - low()) * tick / TICKS;
    }

    private double low() {
        return Collections.min(trend.series().values());
    }

    /** Above {@link #low} even if all values are equal. */
    private double high() {
        double high = Collections.max(trend.series().values());
        return high > low() ? high : high + Math.max(1, Math.abs(high) / 10);
    }

    private String across(double place) {
        return String.format(
                Locale.ROOT,
                "%.2f%%",
                100 * (place + 0.5) / trend.series().points().size());
    }

    private double down(double value) {
        return HEIGHT - MARGIN - (value - low()) / (high() - low()) * (HEIGHT - 2 * MARGIN);
    }

    private static String pixels(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
