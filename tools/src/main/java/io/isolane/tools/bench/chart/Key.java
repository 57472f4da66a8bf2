package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Dot;
import java.util.List;

/**
 * A line of a legend. Immutable.
 *
 * @param name of the series
 * @param look of its marks
 * @param kind what the marks are
 */
record Key(String name, Look look, Kind kind) {
    /** What a legend shows before a name. */
    enum Kind {
        /** A piece of line, with a point on it where the series has points. */
        LINE,
        BAR,
        BAND
    }

    /** Room for the mark before the name. */
    static final double MARK = 26;

    /** Draws the mark in {@link #MARK} pixels from {@code x} on, around {@code y}. */
    void drawMark(Canvas canvas, double x, double y) {
        double middle = x + 10;
        switch (kind) {
            case LINE -> {
                canvas.path(List.of(new Dot(x, y), new Dot(x + 20, y)), look);
                canvas.point(new Dot(middle, y), look, "");
            }
            case BAR -> canvas.bar(x + 4, y - 6, 12, 12, look, "");
            case BAND -> {
                canvas.area(
                        List.of(new Dot(x, y - 5), new Dot(x + 20, y - 5), new Dot(x + 20, y + 5), new Dot(x, y + 5)),
                        look);
                canvas.path(List.of(new Dot(x, y + 5), new Dot(x + 20, y + 5)), look);
            }
        }
    }
}
