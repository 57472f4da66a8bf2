package io.isolane.tools.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UndoTest {
    private final StringWriter errors = new StringWriter();
    private final List<String> undone = new ArrayList<>();

    @Test
    void shouldUndoInReverseAndReportWhatItCannot() {
        try (Undo undo = new Undo(new PrintWriter(errors))) {
            undo.add("first", () -> undone.add("first"));
            undo.add("second", () -> {
                throw new IOException("it is busy");
            });
            undo.add("third", () -> undone.add("third"));
        }
        assertThat(undone).containsExactly("third", "first");
        assertThat(errors).hasToString("isolane: cannot remove second: it is busy" + System.lineSeparator());
    }
}
