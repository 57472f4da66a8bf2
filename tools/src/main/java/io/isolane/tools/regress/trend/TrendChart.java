package io.isolane.tools.regress.trend;

import io.isolane.tools.bench.chart.Labels;
import io.isolane.tools.bench.chart.LineChart;
import io.isolane.tools.bench.chart.LineChart.Mark;
import io.isolane.tools.bench.chart.LinearScale;
import io.isolane.tools.bench.chart.Look;
import io.isolane.tools.bench.chart.Palette;
import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.chart.Series;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.regress.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A metric over time as a chart: a point for each result, a line for its levels and drifts, a mark at each change. Stateless. */
final class TrendChart {
    private static final Look RESULT = new Look(0, Look.Shape.CIRCLE, Look.Stroke.NONE);
    private static final Look LEVEL = new Look(6, Look.Shape.NONE, Look.Stroke.SOLID);
    /** How far a level's line reaches beyond its first and last point. */
    private static final double REACH = 0.4;

    private TrendChart() {}

    static LineChart of(TrendReport report, Trend trend) {
        Metric metric = trend.series().metric();
        Quantity quantity = Quantity.of(metric.unit());
        List<Double> values = trend.series().values();
        return new LineChart(
                new Labels(
                        metric.label(),
                        subtitle(trend),
                        report.command(),
                        report.history().machine().isEmpty()
                                ? "not known"
                                : report.history().machine()),
                LinearScale.exactly(
                        "Result, from the oldest to the newest",
                        Quantity.of(""),
                        0.5,
                        Math.max(2, values.size()) + 0.5),
                LinearScale.over(
                        metric.name() + ", " + TrendFormat.better(metric),
                        quantity,
                        Collections.min(values),
                        Collections.max(values)),
                quantity,
                List.of(new Series("result", RESULT, results(trend)), new Series("level", LEVEL, levels(trend))),
                trend.changes().stream().map(TrendChart::mark).toList());
    }

    private static String subtitle(Trend trend) {
        int count = trend.series().points().size();
        return "From " + trend.series().points().getFirst().label() + " (1) to "
                + trend.series().points().getLast().label() + " (" + count + "); a dashed line is a change of level";
    }

    private static List<Point> results(Trend trend) {
        List<Point> results = new ArrayList<>();
        trend.series()
                .points()
                .forEach(point -> results.add(Point.named(point.label(), results.size() + 1, point.value())));
        return results;
    }

    private static List<Point> levels(Trend trend) {
        List<Point> corners = new ArrayList<>();
        for (Stretch stretch : trend.stretches()) {
            corners.add(Point.of(stretch.from() + 1 - REACH, stretch.first()));
            corners.add(Point.of(stretch.to() + REACH, stretch.last()));
        }
        return corners;
    }

    private static Mark mark(Change change) {
        double at = change.isDrift() ? (change.from() + change.to()) / 2.0 + 1 : change.to() + 0.5;
        return new Mark(
                at,
                (change.isWorse() ? "\u2212" : "+") + TrendFormat.size(change),
                change.isWorse() ? Palette.BAD : Palette.GOOD);
    }
}
