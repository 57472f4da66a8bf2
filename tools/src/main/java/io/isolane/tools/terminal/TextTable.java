package io.isolane.tools.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** Columns as wide as their widest cell; the first ones are aligned to the left. Confined to its thread. */
public final class TextTable {
    private static final String GAP = "  ";

    private final Ansi ansi;
    private final int leftColumns;
    private final List<List<Text>> rows = new ArrayList<>();

    /** A table without rows; {@code ansi} says whether styles are shown. */
    public TextTable(Ansi ansi, int leftColumns) {
        this.ansi = ansi;
        this.leftColumns = leftColumns;
    }

    /**
     * A text, its style and its place.
     *
     * @param style picocli's name, such as {@code bold}; empty for none
     * @param span columns that it stands over; over more than one it is centred between dashes
     */
    public record Text(String text, String style, int span) {
        public static Text of(String text) {
            return styled(text, "");
        }

        public static Text styled(String text, String style) {
            return new Text(text, style, 1);
        }

        public static Text over(int columns, String text) {
            return new Text(text, "", columns);
        }
    }

    /** Adds a row; a row may be shorter than others. */
    public void row(List<Text> cells) {
        rows.add(List.copyOf(cells));
    }

    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Text::of).toList());
    }

    /** Adds a line below what is there. */
    public void rule() {
        rows.add(List.of());
    }

    /** The lines of the table, without a newline at their ends. */
    public List<String> lines() {
        int columns = rows.stream().mapToInt(TextTable::columns).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static int columns(List<Text> row) {
        return row.stream().mapToInt(Text::span).sum();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> columns(row) == row.size() && row.size() > column)
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
    }

    private String line(List<Text> row, int[] widths) {
        if (row.isEmpty()) {
            return "-".repeat(room(widths, 0, widths.length));
        }
        List<String> texts = new ArrayList<>();
        int column = 0;
        for (Text cell : row) {
            int room = room(widths, column, cell.span());
            texts.add(cell.span() > 1 ? centred(cell.text(), room) : aligned(cell, room, column < leftColumns));
            column += cell.span();
        }
        return texts.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static int room(int[] widths, int from, int columns) {
        return IntStream.of(widths).skip(from).limit(columns).sum() + GAP.length() * (columns - 1);
    }

    private String aligned(Text cell, int room, boolean isLeft) {
        String space = " ".repeat(room - cell.text().length());
        String text =
                cell.style().isEmpty() ? cell.text() : ansi.string("@|" + cell.style() + " " + cell.text() + "|@");
        return isLeft ? text + space : space + text;
    }

    private static String centred(String text, int room) {
        int space = Math.max(0, room - text.length());
        String dashes = "-".repeat(Math.max(0, space / 2 - 1));
        String line = dashes.isEmpty() ? " ".repeat(space / 2) + text : dashes + " " + text + " " + dashes;
        return line + " ".repeat(Math.max(0, room - line.length()));
    }
}
