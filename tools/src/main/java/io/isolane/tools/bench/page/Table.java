package io.isolane.tools.bench.page;

import io.isolane.tools.bench.markup.Markup;
import java.util.ArrayList;
import java.util.List;

/** A table that scrolls inside its own box where it is wider than the page. Confined to its thread. */
final class Table {
    private final String caption;
    private final int textColumns;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param textColumns how many of the first columns are text, at most 4 ({@link Style}); the others are figures
     */
    Table(String caption, int textColumns, List<String> head) {
        this.caption = caption;
        this.textColumns = textColumns;
        this.head = List.copyOf(head);
    }

    /** Adds a row, a cell for each column. */
    Table row(List<String> cells) {
        if (cells.size() != head.size()) {
            throw new IllegalArgumentException(cells.size() + " cells under " + head.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void write(Markup into) {
        into.open("div", "class", "table").element("h3", caption);
        into.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        into.open("table", "class", "text" + textColumns);
        into.open("thead").open("tr");
        head.forEach(title -> into.element("th", title, "scope", "col"));
        into.close().close().open("tbody");
        rows.forEach(row -> write(into, row));
        into.close().close().close().close();
    }

    private void write(Markup into, List<String> row) {
        into.open("tr");
        for (int i = 0; i < row.size(); i++) {
            into.element(i == 0 ? "th" : "td", row.get(i));
        }
        into.close();
    }
}
