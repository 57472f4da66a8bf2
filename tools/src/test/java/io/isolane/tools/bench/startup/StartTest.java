package io.isolane.tools.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartTest {
    private static final long MAIN = 1_000_000;
    private static final long FIRST = MAIN + 250_000;
    private static final long EXEC = MAIN - 40_000;

    @Test
    void shouldReadWhatASwitchSaidOfItself() {
        Start start = Start.read(said("VmHWM:\t  102400 kB", "VmRSS:\t   51200 kB"), EXEC);

        assertThat(start.firstFrameMillis()).isEqualTo(250);
        assertThat(start.firstFrameAfterExecMillis()).isEqualTo(290);
        assertThat(start.fullSpeedMillis()).isEqualTo(250);
        assertThat(start.fullFramesPerSecond()).isEqualTo(1e6);
        assertThat(start.residentMiB()).isEqualTo(50);
        assertThat(start.peakMiB()).isEqualTo(100);
    }

    @Test
    void shouldLeaveOpenWhatTheSystemDoesNotSay() {
        Start start = Start.read(said(), EXEC);

        assertThat(start.residentMiB()).isNull();
        assertThat(start.peakMiB()).isNull();
    }

    @Test
    void shouldRepeatWhatElseASwitchSaid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Start.read(List.of("no room"), EXEC))
                .withMessage("it did not say 'main' but: no room");
    }

    private static List<String> said(String... memory) {
        List<String> lines = new ArrayList<>(List.of("main " + MAIN, "first " + FIRST));
        for (int i = 1; i <= 20; i++) {
            lines.add("at " + (FIRST + i * 100_000L) + " " + i * 100_000);
        }
        lines.addAll(List.of(memory));
        return lines;
    }
}
