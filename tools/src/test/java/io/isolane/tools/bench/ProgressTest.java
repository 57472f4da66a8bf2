package io.isolane.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final StringWriter text = new StringWriter();

    @Test
    void shouldWriteOverOneLineAtATerminalAndLeaveItEmpty() {
        show(new Progress(new PrintWriter(text), true));

        assertThat(text)
                .hasToString("\risolane bench: measuring latency, 0 of 2" + "\risolane bench: measuring latency, 1 of 2"
                        + "\risolane bench: more, 0 of 1             "
                        + "\r" + " ".repeat(40) + "\r");
    }

    @Test
    void shouldWriteOneLineForEachPhaseElsewhere() {
        show(new Progress(new PrintWriter(text), false));

        assertThat(text.toString().lines()).containsExactly("isolane bench: measuring latency", "isolane bench: more");
    }

    private static void show(Progress progress) {
        progress.begin("measuring latency", 2);
        progress.step();
        progress.begin("more", 1);
        progress.end();
    }
}
