package io.isolane.tools.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Help.Ansi;

/** Columns as wide as their widest cell; the first ones are aligned to the left. Confined to its thread. */
final class TextTable {
    private static final String GAP = "  ";

    private final Ansi ansi;
    private final int leftColumns;
    private final List<List<Text>> rows = new ArrayList<>();

    TextTable(Ansi ansi, int leftColumns) {
        this.ansi = ansi;
        this.leftColumns = leftColumns;
    }

    /**
     * A text and its style.
     *
     * @param style picocli's name, such as {@code bold}; empty for none
     */
    record Text(String text, String style) {
        static Text of(String text) {
            return new Text(text, "");
        }
    }

    /** Adds a row; a row may be shorter than others. */
    void row(List<Text> cells) {
        rows.add(List.copyOf(cells));
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Text::of).toList());
    }

    /** Adds a line below what is there. */
    void rule() {
        rows.add(List.of());
    }

    /** The lines of the table. */
    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(List<Text> row, int[] widths) {
        if (row.isEmpty()) {
            int width = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
            return "-".repeat(width);
        }
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], column < leftColumns))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private String padded(Text cell, int width, boolean isLeft) {
        String space = " ".repeat(width - cell.text().length());
        String text =
                cell.style().isEmpty() ? cell.text() : ansi.string("@|" + cell.style() + " " + cell.text() + "|@");
        return isLeft ? text + space : space + text;
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).text().length())
                .max()
                .orElse(0);
    }
}
