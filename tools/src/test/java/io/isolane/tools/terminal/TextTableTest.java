package io.isolane.tools.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.terminal.TextTable.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private final TextTable table = new TextTable();

    @Test
    void shouldMakeColumnsAsWideAsTheirWidestCell() {
        table.row("port", "frames", "in");
        table.row("uplink", "1", "1234");

        assertThat(table.lines()).containsExactly("port    frames    in", "uplink       1  1234");
    }

    @Test
    void shouldCentreWhatStandsOverSeveralColumns() {
        table.row(List.of(new Cell("", 1), new Cell("in", 2), new Cell("output", 2)));
        table.row("port", "frames", "bytes", "one", "two");

        assertThat(table.lines()).containsExactly("      ---- in -----  output", "port  frames  bytes  one  two");
    }

    @Test
    void shouldHaveNoSpacesAtTheEndsOfLines() {
        table.row("a", "");
        table.row("", "1");

        assertThat(table.lines()).containsExactly("a", "   1");
    }
}
