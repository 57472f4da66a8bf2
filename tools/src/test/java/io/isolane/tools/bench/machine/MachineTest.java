package io.isolane.tools.bench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    @Test
    void shouldFindTheProcessorsModel() {
        assertThat(Machine.modelIn(Stream.of("processor\t: 0", "model name\t: Xeon: the one", "model name\t: other")))
                .contains("Xeon: the one");
    }

    @Test
    void shouldFindNoModelWhereThereIsNone() {
        assertThat(Machine.modelIn(Stream.of("processor\t: 0", "CPU part\t: 0xd40")))
                .isEmpty();
    }

    @Test
    void shouldNameTheFlagsThatCanChangeAFigure() {
        assertThat(Machine.flagsOf(List.of("-XX:+UseSerialGC", "-Disolane.commit=abc", "-Xmx1g")))
                .containsExactly("-XX:+UseSerialGC", "-Xmx1g");
    }

    @Test
    void shouldDescribeThisMachine() {
        Machine here = Machine.here();

        assertThat(here.host()).isNotBlank();
        assertThat(here.cpu()).isNotBlank();
        assertThat(here.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.collectors()).isNotEmpty();
        assertThat(here.jvm()).contains(Runtime.version().toString());
    }

    @Test
    void shouldTimeACacheLineThereAndBack() {
        assertThat(RoundTrip.measure(SHORT)).isPositive();
        assertThat(RoundTrip.median(SHORT, () -> {}, () -> {})).isPositive();
    }

    @Test
    void shouldWatchTwoThreadsForAsLongAsItIsTold() {
        assertThat(CoreHiccups.measure(SHORT).getTotalCount()).isGreaterThanOrEqualTo(2 * SHORT.toNanos() / 1_000 - 2);
    }
}
