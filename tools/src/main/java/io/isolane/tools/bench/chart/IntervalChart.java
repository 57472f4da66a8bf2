package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Anchor;
import io.isolane.tools.bench.chart.Canvas.Dot;
import io.isolane.tools.bench.markup.Markup;
import java.util.List;

/**
 * Estimates with their intervals, one under the other, beside a band in which they mean nothing: effects and their confidence, for example. An interval
 * that goes on beyond the axis ends in an arrow. Immutable.
 *
 * @param axis of the estimates
 * @param bandLow where the band begins
 * @param bandHigh where it ends
 * @param rows from above
 */
public record IntervalChart(Labels labels, LinearScale axis, double bandLow, double bandHigh, List<Row> rows)
        implements Chart {
    private static final double GAP = 6;
    private static final double STROKE = 14;
    private static final double REACH = 5;

    public IntervalChart {
        rows = List.copyOf(rows);
    }

    /**
     * An estimate.
     *
     * @param name what was estimated, and how it came out, in words
     * @param look of the estimate: its colour is the verdict
     */
    public record Row(String name, Look look, double low, double estimate, double high) {}

    @Override
    public void draw(Markup into, int width) {
        Sheet sheet = new Sheet(labels, List.of(), width);
        List<List<String>> names = rows.stream()
                .map(row -> Letters.wrap(row.name(), Sheet.TEXT, sheet.right() - sheet.left()))
                .toList();
        double body = names.stream().mapToDouble(IntervalChart::height).sum() + Axes.BELOW;
        sheet.draw(into, body, canvas -> draw(canvas, sheet, names, body));
    }

    private void draw(Canvas canvas, Sheet sheet, List<List<String>> names, double body) {
        double bottom = sheet.top() + body - Axes.BELOW;
        band(canvas, sheet, bottom);
        ticks(canvas, sheet, bottom);
        double y = sheet.top();
        for (int i = 0; i < rows.size(); i++) {
            for (String line : names.get(i)) {
                canvas.text(sheet.left(), y + Sheet.TEXT, Anchor.START, "key", line);
                y += Sheet.LINE;
            }
            draw(canvas, sheet, rows.get(i), y + STROKE / 2);
            y += STROKE + GAP;
        }
    }

    private void band(Canvas canvas, Sheet sheet, double bottom) {
        double from = x(sheet, bandLow);
        double to = x(sheet, bandHigh);
        canvas.area(
                List.of(
                        new Dot(from, sheet.top()),
                        new Dot(to, sheet.top()),
                        new Dot(to, bottom),
                        new Dot(from, bottom)),
                Look.REFERENCE);
    }

    private void ticks(Canvas canvas, Sheet sheet, double bottom) {
        for (Tick tick : axis.ticks(6)) {
            double x = x(sheet, tick.value());
            canvas.line(x, sheet.top(), x, bottom, tick.value() == 0 ? "edge" : "grid");
            canvas.text(x, bottom + 17, Anchor.MIDDLE, "tick", tick.label());
        }
        canvas.text((sheet.left() + sheet.right()) / 2, bottom + 35, Anchor.MIDDLE, "dim", axis.title());
    }

    private void draw(Canvas canvas, Sheet sheet, Row row, double y) {
        double low = x(sheet, row.low());
        double high = x(sheet, row.high());
        Look look = row.look().withStroke(Look.Stroke.SOLID);
        canvas.path(List.of(new Dot(low, y), new Dot(high, y)), look);
        drawEnd(canvas, axis.place(row.low()), new Dot(low, y), look);
        drawEnd(canvas, axis.place(row.high()), new Dot(high, y), look);
        canvas.point(new Dot(x(sheet, row.estimate()), y), look, row.name());
    }

    private static void drawEnd(Canvas canvas, double place, Dot at, Look look) {
        if (place < 0) {
            canvas.text(at.x(), at.y() + REACH, Anchor.END, "key", "\u25c0");
        } else if (place > 1) {
            canvas.text(at.x(), at.y() + REACH, Anchor.START, "key", "\u25b6");
        } else {
            canvas.path(List.of(new Dot(at.x(), at.y() - REACH), new Dot(at.x(), at.y() + REACH)), look);
        }
    }

    private double x(Sheet sheet, double value) {
        double inset = 24;
        double room = sheet.right() - sheet.left() - 2 * inset;
        return sheet.left() + inset + Math.clamp(axis.place(value), 0, 1) * room;
    }

    private static double height(List<String> name) {
        return name.size() * Sheet.LINE + STROKE + GAP;
    }
}
