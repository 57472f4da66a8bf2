package io.isolane.tools.bench.chart;

import io.isolane.tools.bench.chart.Canvas.Anchor;
import io.isolane.tools.bench.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The sheet a chart is drawn on: title, conditions and legend above the data, command and machine below them, every line broken to the width.
 * Immutable.
 */
final class Sheet {
    /** Height of a line of {@link #TEXT}. */
    static final double LINE = 17;

    /** Size of ordinary text, as {@link Palette} has it. */
    static final double TEXT = 12;

    private static final double MARGIN = 14;
    private static final double TITLE = 16;
    private static final double TITLE_LINE = 21;
    private static final double TITLE_BOLD = 1.08;
    private static final double NOTE = 11;
    private static final double NOTE_LINE = 15;
    private static final double GAP = 8;
    private static final double KEY_GAP = 14;

    private final Labels labels;
    private final int width;
    private final List<String> title;
    private final List<String> subtitle;
    private final List<String> notes;
    private final List<List<Key>> legend;

    Sheet(Labels labels, List<Key> keys, int width) {
        this.labels = labels;
        this.width = width;
        double room = right() - left();
        title = Letters.wrap(labels.title(), TITLE * TITLE_BOLD, room);
        subtitle = Letters.wrap(labels.subtitle(), TEXT, room);
        List<String> lines = new ArrayList<>();
        lines.addAll(Letters.wrap(named("Source: ", labels.source()), NOTE, room));
        lines.addAll(Letters.wrap(named("Machine: ", labels.machine()), NOTE, room));
        notes = List.copyOf(lines);
        legend = rows(keys, room);
    }

    double left() {
        return MARGIN;
    }

    double right() {
        return width - MARGIN;
    }

    /** Where the data begin, from above. */
    double top() {
        return MARGIN
                + title.size() * TITLE_LINE
                + subtitle.size() * LINE
                + (legend.isEmpty() ? 0 : GAP + legend.size() * LINE)
                + GAP;
    }

    /**
     * Draws the whole sheet.
     *
     * @param bodyHeight pixels that the data need below {@link #top}
     */
    void draw(Markup into, double bodyHeight, Consumer<Canvas> body) {
        double height = top() + bodyHeight + (notes.isEmpty() ? 0 : GAP + notes.size() * NOTE_LINE) + MARGIN - 4;
        into.open(
                "svg",
                "class",
                "chart",
                "viewBox",
                "0 0 " + width + " " + Canvas.px(height),
                "width",
                Integer.toString(width),
                "height",
                Canvas.px(height),
                "role",
                "img");
        into.element("title", labels.title());
        into.element("desc", labels.subtitle().isBlank() ? labels.title() : labels.subtitle());
        Canvas canvas = new Canvas(into, width >= Chart.WIDE);
        canvas.rect(0, 0, width, height, "paper");
        drawHead(canvas);
        body.accept(canvas);
        drawNotes(canvas, top() + bodyHeight + GAP);
        into.close();
    }

    private void drawHead(Canvas canvas) {
        double y = MARGIN;
        for (String line : title) {
            canvas.text(left(), y + TITLE, Anchor.START, "title", line);
            y += TITLE_LINE;
        }
        for (String line : subtitle) {
            canvas.text(left(), y + TEXT, Anchor.START, "dim", line);
            y += LINE;
        }
        y += GAP;
        for (List<Key> row : legend) {
            double x = left();
            for (Key key : row) {
                key.drawMark(canvas, x, y + LINE / 2);
                canvas.text(x + Key.MARK, y + TEXT, Anchor.START, "key", key.name());
                x += room(key);
            }
            y += LINE;
        }
    }

    private void drawNotes(Canvas canvas, double top) {
        double y = top;
        for (String line : notes) {
            canvas.text(left(), y + NOTE, Anchor.START, "note dim", line);
            y += NOTE_LINE;
        }
    }

    /** Keys side by side, as many as fit; a single one tells nothing and is left out. */
    private static List<List<Key>> rows(List<Key> keys, double room) {
        List<List<Key>> rows = new ArrayList<>();
        double free = 0;
        for (Key key : keys.size() > 1 ? keys : List.<Key>of()) {
            if (room(key) - KEY_GAP > free) {
                rows.add(new ArrayList<>());
                free = room;
            }
            rows.getLast().add(key);
            free -= room(key);
        }
        return rows;
    }

    private static double room(Key key) {
        return Key.MARK + Letters.width(key.name(), TEXT) + KEY_GAP;
    }

    private static String named(String name, String text) {
        return text.isBlank() ? "" : name + text;
    }
}
