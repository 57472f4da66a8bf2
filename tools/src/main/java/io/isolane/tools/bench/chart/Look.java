package io.isolane.tools.bench.chart;

import java.util.List;

/**
 * How the marks of a series look. No two of the first eight share a colour or a shape of their points, so that neither has to be told apart
 * alone. Immutable.
 *
 * @param colour index into the {@link Palette}
 * @param shape of its points
 * @param stroke of its lines
 */
public record Look(int colour, Shape shape, Stroke stroke) {
    /** What is no result of the device but stands beside it: grey and dashed. */
    public static final Look REFERENCE = new Look(Palette.GREY, Shape.NONE, Stroke.DASHED);

    private static final List<Shape> SHAPES = List.of(
            Shape.CIRCLE,
            Shape.SQUARE,
            Shape.TRIANGLE,
            Shape.DIAMOND,
            Shape.WEDGE,
            Shape.PLUS,
            Shape.CROSS,
            Shape.RING);

    /** Shapes of points. */
    public enum Shape {
        /** No mark at the points. */
        NONE,
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        /** A triangle that stands on its tip. */
        WEDGE,
        PLUS,
        CROSS,
        RING
    }

    /** Lines between points. */
    public enum Stroke {
        /** No line. */
        NONE,
        SOLID,
        DASHED,
        DOTTED
    }

    /** The look of the series with this number, counted from 0: after the eighth the same again with dashes. */
    public static Look of(int series) {
        int colour = series % SHAPES.size();
        Stroke stroke = series / SHAPES.size() % 2 == 0 ? Stroke.SOLID : Stroke.DASHED;
        return new Look(colour, SHAPES.get(colour), stroke);
    }

    public Look withStroke(Stroke other) {
        return new Look(colour, shape, other);
    }

    public Look withShape(Shape other) {
        return new Look(colour, other, stroke);
    }
}
