package io.isolane.tools.bench.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points that belong together. Immutable.
 *
 * @param points in the order in which a line joins them
 */
public record Series(String name, Look look, List<Point> points) {
    public Series {
        points = List.copyOf(points);
    }

    /**
     * A figure and where it was found.
     *
     * @param low lower bound, where there is one
     * @param high upper bound, where there is one
     * @param name what a mouse over it is told before the figure; empty for the series' name
     */
    public record Point(
            double x,
            double y,
            @Nullable Double low,
            @Nullable Double high,
            String name) {
        /** A point without a name of its own. */
        public Point(double x, double y, @Nullable Double low, @Nullable Double high) {
            this(x, y, low, high, "");
        }

        /** A point without bounds. */
        public static Point of(double x, double y) {
            return named("", x, y);
        }

        /** A point with a name and without bounds. */
        public static Point named(String name, double x, double y) {
            return new Point(x, y, null, null, name);
        }
    }
}
