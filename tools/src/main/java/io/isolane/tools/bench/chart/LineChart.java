package io.isolane.tools.bench.chart;

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
 */
public record LineChart(Labels labels, Scale across, Scale up, Quantity tips, List<Series> series) implements Chart {
    private static final double REACH = 4;

    public LineChart {
        series = List.copyOf(series);
    }

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
            series.forEach(each -> draw(canvas, axes, each));
        });
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
            canvas.point(axes.dot(point.x(), point.y()), each.look(), each.name() + ": " + tips.text(point.y()));
        }
    }
}
