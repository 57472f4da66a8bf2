package io.isolane.tools.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns as wide as their widest cell, the first aligned to the left, the others to the right. Confined to its thread. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * A text above or in some columns.
     *
     * @param span columns that it stands over; over more than one it is centred between dashes
     */
    public record Cell(String text, int span) {}

    /** Adds a row. */
    public void row(String... texts) {
        row(Arrays.stream(texts).map(text -> new Cell(text, 1)).toList());
    }

    /** Adds a row of which some cells span several columns. */
    public void row(List<Cell> cells) {
        rows.add(List.copyOf(cells));
    }

    /** The lines of the table, without a newline at their ends. */
    public List<String> lines() {
        int columns = rows.stream().mapToInt(TextTable::columns).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static int columns(List<Cell> row) {
        return row.stream().mapToInt(Cell::span).sum();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> columns(row) == row.size() && row.size() > column)
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
    }

    private static String line(List<Cell> row, int[] widths) {
        List<String> texts = new ArrayList<>();
        int column = 0;
        for (Cell cell : row) {
            int room = IntStream.range(column, column + cell.span())
                            .map(each -> widths[each])
                            .sum()
                    + GAP.length() * (cell.span() - 1);
            texts.add(cell.span() > 1 ? centred(cell.text(), room) : aligned(cell.text(), room, column == 0));
            column += cell.span();
        }
        return texts.stream().collect(Collectors.joining(GAP)).stripTrailing();
    }

    private static String aligned(String text, int room, boolean isLeft) {
        String space = " ".repeat(room - text.length());
        return isLeft ? text + space : space + text;
    }

    private static String centred(String text, int room) {
        int space = Math.max(0, room - text.length());
        String dashes = "-".repeat(Math.max(0, space / 2 - 1));
        String line = dashes.isEmpty() ? " ".repeat(space / 2) + text : dashes + " " + text + " " + dashes;
        return line + " ".repeat(Math.max(0, room - line.length()));
    }
}
