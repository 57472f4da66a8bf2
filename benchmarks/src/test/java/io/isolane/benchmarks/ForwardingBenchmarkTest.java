package io.isolane.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.core.policy.IsolationMode;
import java.util.Arrays;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

final class ForwardingBenchmarkTest {
    private static final String THROUGHPUT = ForwardingThroughputBenchmark.class.getName() + "[.]forward$";
    private static final String LATENCY = ForwardingLatencyBenchmark.class.getName() + "[.]forward$";

    /** One object of 16 bytes for each burst of 64 frames is 0.25; the harness itself allocates a few kilobytes an iteration. */
    private static final double BYTES_PER_FRAME = 0.01;

    /** On a busy machine the compiler comes late, what it has not compiled yet allocates, and the harness's share weighs more. */
    private static final int ATTEMPTS = 10;

    private static final long FIRST_MILLIS = 250;

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNoGarbageOnTheFramePath(IsolationMode mode) throws RunnerException {
        double bytes = bytesPerFrame(mode, FIRST_MILLIS);
        for (int attempt = 2; attempt <= ATTEMPTS && bytes >= BYTES_PER_FRAME; attempt++) {
            bytes = bytesPerFrame(mode, FIRST_MILLIS * attempt);
        }

        assertThat(bytes).isLessThan(BYTES_PER_FRAME);
    }

    @ParameterizedTest
    @CsvSource({
        "frameSize, 128",
        "frameSize, 256",
        "frameSize, 512",
        "frameSize, 1024",
        "frameSize, 1280",
        "frameSize, 1518",
        "frameSize, 9000",
        "frameSize, imix",
        "addresses, 2",
        "addresses, 4096",
        "addresses, 65536",
        "addresses, 1048576",
        "vlans, none",
        "vlans, access-to-trunk",
        "vlans, tunnel",
        "ports, 2",
        "ports, 8",
        "ports, 16",
        "traffic, unknown-unicast",
        "traffic, broadcast",
    })
    void shouldRunWithEveryValueThatIsNotADefault(String parameter, String value) throws RunnerException {
        ChainedOptionsBuilder options = Jmh.moment(THROUGHPUT)
                .param("mode", IsolationMode.LEARNING.label())
                .param(parameter, value);

        assertThat(Jmh.run(options))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    @ParameterizedTest
    @CsvSource({"frameSize, imix", "addresses, 2", "ports, 16", "vlans, tunnel", "traffic, broadcast"})
    void shouldTimeFramesWithTheSameParameters(String parameter, String value) throws RunnerException {
        ChainedOptionsBuilder options = Jmh.moment(LATENCY)
                .param("mode", IsolationMode.LEARNING.label())
                .param(parameter, value);

        assertThat(Jmh.run(options)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frameSize|huge|use bytes from 60 to 9216 without frame check sequence, or imix",
                "frameSize|59|use bytes from 60 to 9216 without frame check sequence, or imix",
                "addresses|1|use an even number from 2 to 1048576",
                "addresses|2097152|use an even number from 2 to 1048576",
                "ports|3|use an even number from 2 to 64",
                "vlans|trunk|use one of none, access, access-to-trunk, tunnel",
                "traffic|unicast|use one of known-unicast, unknown-unicast, broadcast",
                "mode|hub|use one of shared-medium, host-shielded, learning",
            })
    void shouldSayWhatAParameterTakes(String parameter, String value, String allowed) {
        ChainedOptionsBuilder options = Jmh.moment(THROUGHPUT)
                .param("mode", IsolationMode.LEARNING.label())
                .param(parameter, value);

        assertThatThrownBy(() -> Jmh.run(options))
                .hasStackTraceContaining(value)
                .hasStackTraceContaining(allowed);
    }

    @Test
    void shouldTakeEveryIsolationModeForAParameter() throws NoSuchFieldException {
        Param modes = SwitchParameters.class.getDeclaredField("mode").getAnnotation(Param.class);

        assertThat(modes.value()).containsExactly(modes());
    }

    private static double bytesPerFrame(IsolationMode mode, long millis) throws RunnerException {
        Collection<RunResult> results = Jmh.run(Jmh.moment(THROUGHPUT)
                .param("mode", mode.label())
                .addProfiler(GCProfiler.class)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(100))
                .measurementTime(TimeValue.milliseconds(millis)));

        return requireNonNull(results.iterator().next().getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private static String[] modes() {
        return Arrays.stream(IsolationMode.values()).map(IsolationMode::label).toArray(String[]::new);
    }
}
