package io.isolane.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.report.Report;
import io.isolane.tools.bench.report.Report.Row;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One short run of everything: the figures mean nothing, but no frame may be missing. */
class BenchTest {
    private static final List<IsolationMode> MODES = List.of(IsolationMode.values());

    private static final Duration SHORT = Duration.ofMillis(5);

    private final Report report = new Bench(
                    new Plan(MODES, 64, 256, 1_000_000, SHORT, SHORT, SHORT, SHORT),
                    new Progress(new PrintWriter(Writer.nullWriter()), false))
            .run();

    @Test
    void shouldMeasureEveryModeAndLoseNothing() {
        assumeThat(report.machine().cores()).as("cores").isGreaterThan(1);

        assertThat(report.rows())
                .extracting(Row::name)
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("no switch"),
                                Arrays.stream(IsolationMode.values()).map(IsolationMode::label))
                        .toList());
        assertThat(report.rows()).allSatisfy(row -> {
            assertThat(row.throughput().dropped()).isZero();
            assertThat(row.throughput().framesPerSecond())
                    .isBetween(row.throughput().lowest(), row.throughput().highest())
                    .isPositive();
            assertThat(Objects.requireNonNull(row.latency()).faults().lost()).isZero();
            assertThat(row.latency().p50Nanos()).isPositive();
        });
        assertThat(report.copies()).isNotNull();
    }
}
