package io.isolane.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

final class ForwardingBenchmarkTest {
    /** One object of 16 bytes for each burst of 64 frames would be 0.25; the harness itself allocates a little. */
    private static final double BYTES_PER_FRAME = 0.1;

    @Test
    void shouldLeaveNoGarbageOnTheFramePath() throws RunnerException {
        RunResult result = new Runner(new OptionsBuilder()
                        .include(ForwardingThroughputBenchmark.class.getName() + "[.]forward$")
                        .param("mode", IsolationMode.LEARNING.label())
                        .addProfiler(GCProfiler.class)
                        .forks(0)
                        .warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(250))
                        .measurementIterations(2)
                        .measurementTime(TimeValue.milliseconds(500))
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .runSingle();

        assertThat(result.getSecondaryResults())
                .hasEntrySatisfying(
                        "gc.alloc.rate.norm",
                        bytes -> assertThat(bytes.getScore()).isLessThan(BYTES_PER_FRAME));
    }

    @Test
    void shouldTakeEveryIsolationModeForAParameter() throws NoSuchFieldException {
        Param modes = SwitchParameters.class.getDeclaredField("mode").getAnnotation(Param.class);

        assertThat(modes.value())
                .containsExactly(Arrays.stream(IsolationMode.values())
                        .map(IsolationMode::label)
                        .toArray(String[]::new));
    }
}
