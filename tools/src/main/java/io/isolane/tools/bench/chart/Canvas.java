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
    private final boolean hasTips;

    /** A canvas; with {@code hasTips} a mouse over a mark is told its figure, which a telephone has not. */
    Canvas(Markup into, boolean hasTips) {
        this.into = into;
        this.hasTips = hasTips;
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
        into.open("text", "x", px(x), "y", px(baseline), "class", style);
        write(anchor);
        into.text(text).close();
    }

    /** A short text and where it stands. */
    record Label(double x, double baseline, String text) {}

    /** Texts of one style. */
    void labels(Anchor anchor, String style, List<Label> labels) {
        into.open("g", "class", style);
        write(anchor);
        labels.forEach(label -> into.element("text", label.text(), "x", px(label.x()), "y", px(label.baseline())));
        into.close();
    }

    private void write(Anchor anchor) {
        switch (anchor) {
            case START -> {}
            case MIDDLE -> into.attribute("text-anchor", "middle");
            case END -> into.attribute("text-anchor", "end");
        }
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        into.empty("line", "x1", px(x1), "y1", px(y1), "x2", px(x2), "y2", px(y2), "class", style);
    }

    /** Straight lines across and down, all of one style, in one element. */
    void lines(List<Double> ys, double left, double right, List<Double> xs, double top, double bottom, String style) {
        String across = ys.stream()
                .map(y -> "M" + px(left) + " " + px(y) + "H" + px(right))
                .collect(Collectors.joining());
        String down = xs.stream()
                .map(x -> "M" + px(x) + " " + px(top) + "V" + px(bottom))
                .collect(Collectors.joining());
        into.empty("path", "d", across + down, "class", style);
    }

    void path(List<Dot> dots, Look look) {
        if (look.stroke() != Look.Stroke.NONE && dots.size() > 1) {
            into.empty("polyline", "points", points(Outline.of(dots)), "class", stroke(look));
        }
    }

    void area(List<Dot> dots, Look look) {
        into.empty("polygon", "points", points(Outline.of(dots)), "class", "band c" + look.colour());
    }

    void rect(double x, double y, double width, double height, String style) {
        into.empty("rect", "x", px(x), "y", px(y), "width", px(width), "height", px(height), "class", style);
    }

    /** A point in the shape of its series; {@code tip} is what a mouse over it is told. */
    void point(Dot at, Look look, String tip) {
        if (look.shape() == Look.Shape.NONE) {
            return;
        }
        openShape(at, look.shape());
        into.attribute("class", (isOpen(look.shape()) ? "open" : "mark") + " c" + look.colour());
        tip(tip);
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
        String ends = "H" + px(x + reach);
        into.empty(
                "path",
                "d",
                "M" + px(x) + " " + px(top) + "V" + px(bottom) + "M" + px(x - reach) + " " + px(top) + ends + "M"
                        + px(x - reach) + " " + px(bottom) + ends,
                "class",
                "whisker");
    }

    private void tip(String tip) {
        if (hasTips && !tip.isEmpty()) {
            into.element("title", tip);
        }
    }

    /** Begins the one element that a shape is. */
    private void openShape(Dot at, Look.Shape shape) {
        double x = at.x();
        double y = at.y();
        switch (shape) {
            case NONE -> throw new IllegalArgumentException("no shape has no element");
            case CIRCLE, RING -> into.open("circle", "cx", px(x), "cy", px(y), "r", px(SIZE - 0.5));
            case SQUARE -> into.open("rect", "x", px(x - 3), "y", px(y - 3), "width", px(6), "height", px(6));
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
        into.open("polygon", "points", points(dots));
    }

    private void strokes(Dot a, Dot b, Dot c, Dot d) {
        into.open("path", "d", "M" + points(List.of(a, b)) + "M" + points(List.of(c, d)));
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
