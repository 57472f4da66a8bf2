package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Anchor;
import io.isolane.tools.bench.markup.Markup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars in groups, each with a whisker for its spread. Where the groups don't fit side by side they are drawn in rows with the same axis, so that no bar
 * becomes a hair. Immutable.
 *
 * @param groupTitle what the names of the groups are
 * @param groups names of the groups
 * @param up the axis of the bars; it begins at 0
 * @param tips how a bar's figures are written when a mouse is over it
 * @param series one for each colour
 */
public record BarChart(
        Labels labels, String groupTitle, List<String> groups, LinearScale up, Quantity tips, List<Bars> series)
        implements Chart {
    private static final double LEAST_BAR = 7;
    private static final double WIDEST_BAR = 34;
    private static final double GROUP_GAP = 12;
    private static final double LABEL = 24;
    private static final double LABEL_GAP = 6;
    private static final double TICK_ROOM = 34;

    public BarChart {
        groups = List.copyOf(groups);
        series = List.copyOf(series);
    }

    /**
     * The bars of a colour.
     *
     * @param bars one for each group, null where there is none
     */
    public record Bars(String name, Look look, List<@Nullable Bar> bars) {
        public Bars {
            bars = Collections.unmodifiableList(new ArrayList<>(bars));
        }
    }

    /**
     * A figure and its spread.
     *
     * @param low lower end of the spread, where it is known
     * @param high its upper end
     */
    public record Bar(
            double value, @Nullable Double low, @Nullable Double high) {}

    @Override
    public void draw(Markup into, int width) {
        List<Key> keys = series.stream()
                .map(each -> new Key(each.name(), each.look(), Key.Kind.BAR))
                .toList();
        Sheet sheet = new Sheet(labels, keys, width);
        new Panels(sheet, width).draw(into);
    }

    /** The rows of groups for one width. */
    private final class Panels {
        private final Sheet sheet;
        private final double left;
        private final int perRow;
        private final int rows;
        private final double groupWidth;
        private final double panel;

        Panels(Sheet sheet, int width) {
            this.sheet = sheet;
            double plot = Math.clamp(width * 0.36, 150, 220);
            left = sheet.left()
                    + LABEL_GAP
                    + up.ticks((int) (plot / TICK_ROOM)).stream()
                            .mapToDouble(tick -> Letters.width(tick.label(), Sheet.TEXT))
                            .max()
                            .orElse(0);
            double room = sheet.right() - left;
            int fitting = (int) Math.max(1, room / (series.size() * LEAST_BAR + GROUP_GAP));
            rows = Math.ceilDiv(groups.size(), fitting);
            perRow = Math.ceilDiv(groups.size(), rows);
            groupWidth = room / perRow;
            panel = rows == 1 ? plot : Math.max(120, plot * 0.7);
        }

        void draw(Markup into) {
            double height = Axes.ABOVE + rows * (panel + LABEL) + LABEL;
            sheet.draw(into, height, canvas -> {
                double top = sheet.top() + Axes.ABOVE;
                canvas.text(sheet.left(), top - 10, Anchor.START, "dim", up.title());
                for (int row = 0; row < rows; row++) {
                    drawRow(canvas, row, top + row * (panel + LABEL));
                }
                double foot = top + rows * (panel + LABEL) + LABEL - 12;
                canvas.text((left + sheet.right()) / 2, foot, Anchor.MIDDLE, "dim", groupTitle);
            });
        }

        private void drawRow(Canvas canvas, int row, double top) {
            double bottom = top + panel - 8;
            int first = row * perRow;
            int last = Math.min(groups.size(), first + perRow);
            double right = left + (last - first) * groupWidth;
            for (Tick tick : up.ticks((int) (panel / TICK_ROOM))) {
                double y = y(tick.value(), top, bottom);
                canvas.line(left, y, right, y, "grid");
                canvas.text(left - LABEL_GAP, y + 4, Anchor.END, "tick", tick.label());
            }
            for (int group = first; group < last; group++) {
                double middle = left + (group - first + 0.5) * groupWidth;
                drawGroup(canvas, group, middle, top, bottom);
                canvas.text(middle, bottom + 17, Anchor.MIDDLE, "tick", groups.get(group));
            }
            canvas.line(left, bottom, right, bottom, "edge");
        }

        private void drawGroup(Canvas canvas, int group, double middle, double top, double bottom) {
            double bar = Math.min(WIDEST_BAR, (groupWidth - GROUP_GAP) / series.size());
            double x = middle - bar * series.size() / 2;
            for (Bars each : series) {
                Bar found = each.bars().get(group);
                if (found != null) {
                    drawBar(canvas, each, group, found, x, bar, top, bottom);
                }
                x += bar;
            }
        }

        private void drawBar(
                Canvas canvas, Bars each, int group, Bar found, double x, double bar, double top, double bottom) {
            double y = y(found.value(), top, bottom);
            String tip = each.name() + ", " + groups.get(group) + ": " + tips.text(found.value());
            canvas.bar(x + 0.5, y, bar - 1, bottom - y, each.look(), tip);
            Double low = found.low();
            Double high = found.high();
            if (low != null && high != null) {
                double reach = Math.min(4, bar / 2 - 1);
                canvas.whisker(x + bar / 2, y(high, top, bottom), y(low, top, bottom), reach);
            }
        }

        private double y(double value, double top, double bottom) {
            return bottom - up.place(value) * (bottom - top);
        }
    }
}
