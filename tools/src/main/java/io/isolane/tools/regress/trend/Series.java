package io.isolane.tools.regress.trend;

import io.isolane.tools.regress.metric.Metric;
import java.util.List;

/**
 * A metric over time. Immutable.
 *
 * @param metric what was measured
 * @param points in the order of time
 */
record Series(Metric metric, List<Point> points) {
    Series {
        points = List.copyOf(points);
    }

    /**
     * One result.
     *
     * @param label which one: its commit, or the name of its file
     * @param value in the metric's unit: the median of the file's values, and at least the metric's floor
     */
    record Point(String label, double value) {}

    List<Double> values() {
        return points.stream().map(Point::value).toList();
    }
}
