package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.markup.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** The strokes a chart is made of. Coordinates are pixels from the top left corner. Confined to its thread. */
final class Canvas {
    private static final double SIZE = 4;

    private final Markup into;

    Canvas(Markup into) {
        this.into = into;
    }

    /**
     * A corner of a line.
     *
     * @param x pixels from the left
     * @param y pixels from the top
     */
    record Dot(double x, double y) {}

    /** Which end of a text is at the place that it was given. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    void text(double x, double baseline, Anchor anchor, String style, String text) {
        String at = switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        into.element("text", text, "x", px(x), "y", px(baseline), "text-anchor", at, "class", style);
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        into.empty("line", "x1", px(x1), "y1", px(y1), "x2", px(x2), "y2", px(y2), "class", style);
    }

    void path(List<Dot> dots, Look look) {
        if (look.stroke() != Look.Stroke.NONE && dots.size() > 1) {
            into.empty("polyline", "points", points(dots), "class", stroke(look));
        }
    }

    void area(List<Dot> dots, Look look) {
        into.empty("polygon", "points", points(dots), "class", "band c" + look.colour());
    }

    void rect(double x, double y, double width, double height, String style) {
        into.empty("rect", "x", px(x), "y", px(y), "width", px(width), "height", px(height), "class", style);
    }

    /** A point in the shape of its series; {@code tip} is what a mouse over it is told. */
    void point(Dot at, Look look, String tip) {
        if (look.shape() == Look.Shape.NONE) {
            return;
        }
        into.open("g", "class", (isOpen(look.shape()) ? "open" : "mark") + " c" + look.colour());
        tip(tip);
        shape(at, look.shape());
        into.close();
    }

    void bar(double x, double y, double width, double height, Look look, String tip) {
        into.open("g", "class", "mark c" + look.colour());
        tip(tip);
        rect(x, y, width, height, "bar");
        into.close();
    }

    /** From {@code top} to {@code bottom}, with a stroke across each end. */
    void whisker(double x, double top, double bottom, double reach) {
        line(x, top, x, bottom, "whisker");
        line(x - reach, top, x + reach, top, "whisker");
        line(x - reach, bottom, x + reach, bottom, "whisker");
    }

    private void tip(String tip) {
        if (!tip.isEmpty()) {
            into.element("title", tip);
        }
    }

    private void shape(Dot at, Look.Shape shape) {
        double x = at.x();
        double y = at.y();
        switch (shape) {
            case NONE -> {}
            case CIRCLE, RING -> into.empty("circle", "cx", px(x), "cy", px(y), "r", px(SIZE - 0.5));
            case SQUARE -> into.empty("rect", "x", px(x - 3), "y", px(y - 3), "width", px(6), "height", px(6));
            case TRIANGLE -> polygon(List.of(new Dot(x, y - SIZE), new Dot(x + SIZE, y + 3), new Dot(x - SIZE, y + 3)));
            case WEDGE -> polygon(List.of(new Dot(x, y + SIZE), new Dot(x + SIZE, y - 3), new Dot(x - SIZE, y - 3)));
            case DIAMOND ->
                polygon(List.of(
                        new Dot(x, y - SIZE - 1),
                        new Dot(x + SIZE, y),
                        new Dot(x, y + SIZE + 1),
                        new Dot(x - SIZE, y)));
            case PLUS ->
                strokes(new Dot(x - SIZE, y), new Dot(x + SIZE, y), new Dot(x, y - SIZE), new Dot(x, y + SIZE));
            case CROSS ->
                strokes(
                        new Dot(x - SIZE, y - SIZE),
                        new Dot(x + SIZE, y + SIZE),
                        new Dot(x - SIZE, y + SIZE),
                        new Dot(x + SIZE, y - SIZE));
        }
    }

    private void polygon(List<Dot> dots) {
        into.empty("polygon", "points", points(dots));
    }

    private void strokes(Dot a, Dot b, Dot c, Dot d) {
        into.empty("polyline", "points", points(List.of(a, b)));
        into.empty("polyline", "points", points(List.of(c, d)));
    }

    private static boolean isOpen(Look.Shape shape) {
        return switch (shape) {
            case PLUS, CROSS, RING -> true;
            case NONE, CIRCLE, SQUARE, TRIANGLE, DIAMOND, WEDGE -> false;
        };
    }

    private static String stroke(Look look) {
        String dash = switch (look.stroke()) {
            case DASHED -> " dashed";
            case DOTTED -> " dotted";
            case NONE, SOLID -> "";
        };
        return "line c" + look.colour() + dash;
    }

    private static String points(List<Dot> dots) {
        return dots.stream().map(dot -> px(dot.x()) + "," + px(dot.y())).collect(Collectors.joining(" "));
    }

    /** A tenth of a pixel is as fine as anyone sees. */
    static String px(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
