package io.isolane.tools.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.terminal.TextTable.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class TextTableTest {
    private final TextTable table = new TextTable(Ansi.ON, 1);

    @Test
    void shouldMakeColumnsAsWideAsTheirWidestCell() {
        table.row("port", "frames", "in");
        table.row("uplink", "1", "1234");

        assertThat(table.lines()).containsExactly("port    frames    in", "uplink       1  1234");
    }

    @Test
    void shouldCentreWhatStandsOverSeveralColumns() {
        table.row(List.of(Text.of(""), Text.over(2, "in"), Text.over(2, "output")));
        table.row("port", "frames", "bytes", "one", "two");

        assertThat(table.lines()).containsExactly("      ---- in ----    output", "port  frames  bytes  one  two");
    }

    @Test
    void shouldHaveNoSpacesAtTheEndsOfLines() {
        table.row("a", "");
        table.row("", "1");

        assertThat(table.lines()).containsExactly("a", "   1");
    }

    @Test
    void shouldNotCountAStyleAsWidth() {
        table.row(List.of(Text.of("port"), Text.styled("kept", "bold")));
        table.rule();
        table.row("a", "lost!");

        assertThat(table.lines())
                .containsExactly("port   " + Ansi.ON.string("@|bold kept|@"), "-----------", "a     lost!");
    }
}
