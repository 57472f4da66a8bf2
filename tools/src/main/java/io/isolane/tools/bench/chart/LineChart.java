package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Anchor;
import io.isolane.tools.bench.chart.Canvas.Dot;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.bench.markup.Markup;
import java.util.List;

/**
 * Lines over two axes, of any scale. Immutable.
 *
 * @param across the axis of the points' {@code x}
 * @param up the axis of their {@code y}
 * @param tips how a point's figure is written when a mouse is over it
 * @param marks places across at which something happened, from left to right
 */
public record LineChart(Labels labels, Scale across, Scale up, Quantity tips, List<Series> series, List<Mark> marks)
        implements Chart {
    private static final double REACH = 4;

    public LineChart {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** Lines at which nothing is marked. */
    public LineChart(Labels labels, Scale across, Scale up, Quantity tips, List<Series> series) {
        this(labels, across, up, tips, series, List.of());
    }

    /**
     * A dashed line from top to bottom.
     *
     * @param label what stands beside it
     * @param colour index into the {@link Palette}
     */
    public record Mark(double x, String label, int colour) {}

    @Override
    public void draw(Markup into, int width) {
        List<Key> keys = series.stream()
                .map(each -> new Key(each.name(), each.look(), Key.Kind.LINE))
                .toList();
        Sheet sheet = new Sheet(labels, keys, width);
        double height = Math.clamp(width * 0.52, 260, 340);
        Axes axes = new Axes(sheet, across, up, sheet.top(), height);
        sheet.draw(into, height, canvas -> {
            axes.draw(canvas);
            drawMarks(canvas, axes);
            series.forEach(each -> draw(canvas, axes, each));
        });
    }

    /** A label that would touch the one before it is left out; one at the right stands to the left of its line. */
    private void drawMarks(Canvas canvas, Axes axes) {
        double taken = axes.left();
        for (Mark mark : marks) {
            double x = axes.x(mark.x());
            canvas.path(
                    List.of(new Dot(x, axes.top()), new Dot(x, axes.bottom())),
                    new Look(mark.colour(), Look.Shape.NONE, Look.Stroke.DASHED));
            double width = Letters.width(mark.label(), Sheet.TEXT);
            boolean isAtTheEnd = x + REACH + width > axes.right();
            double left = isAtTheEnd ? x - REACH - width : x + REACH;
            if (left >= taken) {
                canvas.text(
                        isAtTheEnd ? x - REACH : left,
                        axes.top() + Sheet.TEXT,
                        isAtTheEnd ? Anchor.END : Anchor.START,
                        "key",
                        mark.label());
                taken = left + width + REACH;
            }
        }
    }

    private void draw(Canvas canvas, Axes axes, Series each) {
        List<Dot> dots = each.points().stream()
                .map(point -> axes.dot(point.x(), point.y()))
                .toList();
        canvas.path(dots, each.look());
        for (Point point : each.points()) {
            Double low = point.low();
            Double high = point.high();
            if (low != null && high != null) {
                canvas.whisker(axes.x(point.x()), axes.y(high), axes.y(low), REACH);
            }
            String name = point.name().isEmpty() ? each.name() : point.name();
            canvas.point(axes.dot(point.x(), point.y()), each.look(), name + ": " + tips.text(point.y()));
        }
    }
}
