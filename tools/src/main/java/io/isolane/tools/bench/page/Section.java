package io.isolane.tools.bench.page;

import java.util.List;

/**
 * A part of a report. Immutable.
 *
 * @param id what a link to it names
 * @param title above it
 * @param lead what its pictures show and how to read them
 */
record Section(String id, String title, String lead, List<Figure> figures, List<Table> tables) {
    Section {
        figures = List.copyOf(figures);
        tables = tables.stream().filter(table -> !table.isEmpty()).toList();
    }

    static Section ofFigures(String id, String title, String lead, List<Figure> figures) {
        return new Section(id, title, lead, figures, List.of());
    }

    static Section ofTables(String id, String title, String lead, List<Table> tables) {
        return new Section(id, title, lead, List.of(), tables);
    }

    boolean isEmpty() {
        return figures.isEmpty() && tables.isEmpty();
    }
}
