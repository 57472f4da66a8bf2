package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Anchor;
import io.isolane.tools.bench.chart.Canvas.Dot;
import io.isolane.tools.bench.chart.Canvas.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * Two axes and the lines behind the data. The title of the upright one stands above it, where it is read without turning the head. Labels that
 * would touch are left out. Immutable.
 */
final class Axes {
    /** What titles and labels take above and below the data. */
    static final double ABOVE = 24;

    static final double BELOW = 40;

    private static final double LABEL_GAP = 6;
    private static final double TICK_ROOM = 34;
    private static final double COLUMN_ROOM = 50;

    private final Scale across;
    private final Scale up;
    private final double edge;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final List<Tick> columns;
    private final List<Tick> rows;

    /** Axes in the sheet's width, {@code height} high from {@code top}, titles and labels included. */
    Axes(Sheet sheet, Scale across, Scale up, double top, double height) {
        this.across = across;
        this.up = up;
        this.top = top + ABOVE;
        this.bottom = top + height - BELOW;
        rows = up.ticks((int) ((bottom - this.top) / TICK_ROOM));
        columns = across.ticks((int) ((sheet.right() - sheet.left()) / COLUMN_ROOM));
        edge = sheet.left();
        left = edge
                + LABEL_GAP
                + rows.stream()
                        .mapToDouble(tick -> Letters.width(tick.label(), Sheet.TEXT))
                        .max()
                        .orElse(0);
        double half = columns.isEmpty() ? 0 : Letters.width(columns.getLast().label(), Sheet.TEXT) / 2;
        right = sheet.right() - Math.max(0, half - (sheet.left() - 2));
    }

    double x(double value) {
        return left + across.place(value) * (right - left);
    }

    double y(double value) {
        return bottom - up.place(value) * (bottom - top);
    }

    Dot dot(double x, double y) {
        return new Dot(x(x), y(y));
    }

    double left() {
        return left;
    }

    double right() {
        return right;
    }

    double top() {
        return top;
    }

    double bottom() {
        return bottom;
    }

    void draw(Canvas canvas) {
        canvas.text(edge, top - 10, Anchor.START, "dim", up.title());
        List<Double> ys = rows.stream().map(tick -> y(tick.value())).toList();
        List<Double> xs = columns.stream().map(tick -> x(tick.value())).toList();
        canvas.lines(ys, left, right, xs, top, bottom, "grid");
        canvas.labels(
                Anchor.END,
                "tick",
                rows.stream()
                        .filter(tick -> !tick.label().isEmpty())
                        .map(tick -> new Label(left - LABEL_GAP, y(tick.value()) + 4, tick.label()))
                        .toList());
        canvas.labels(Anchor.MIDDLE, "tick", columnLabels());
        canvas.line(left, bottom, right, bottom, "edge");
        canvas.text((left + right) / 2, bottom + 35, Anchor.MIDDLE, "dim", across.title());
    }

    private List<Label> columnLabels() {
        List<Label> labels = new ArrayList<>();
        double taken = Double.NEGATIVE_INFINITY;
        for (Tick tick : columns) {
            double x = x(tick.value());
            double half = Letters.width(tick.label(), Sheet.TEXT) / 2;
            if (!tick.label().isEmpty() && x - half >= taken) {
                labels.add(new Label(x, bottom + 17, tick.label()));
                taken = x + half + LABEL_GAP;
            }
        }
        return labels;
    }
}
