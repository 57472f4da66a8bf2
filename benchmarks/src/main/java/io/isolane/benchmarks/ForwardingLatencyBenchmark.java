package io.isolane.benchmarks;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Scenario;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does one frame take through a switch whose thread spins on another core, one frame at a time, and what of that is the switch?
 * Latency under load, from the moment a frame is due, is what {@code isolane bench} measures. Wants two cores.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class ForwardingLatencyBenchmark {
    @Benchmark
    public void forward(Switched switched) {
        switched.rig.cross();
    }

    /** The baseline: the same frames, rings and threads. */
    @Benchmark
    public void noSwitch(Unswitched unswitched) {
        unswitched.rig.cross();
    }

    /** A switch that has learnt all stations, and its thread. */
    @State(Scope.Thread)
    public static class Switched extends SwitchParameters {
        private LatencyRig rig;

        @Setup
        public void open() {
            rig = new LatencyRig(scenario());
        }

        @TearDown
        public void close() {
            rig.close();
        }
    }

    /** Rings, and a thread that hands frames from one to the other. */
    @State(Scope.Thread)
    public static class Unswitched extends TrafficParameters {
        private LatencyRig rig;

        @Setup
        public void open() {
            rig = LatencyRig.withoutSwitch(scenario(Scenario.of(IsolationMode.LEARNING)));
        }

        @TearDown
        public void close() {
            rig.close();
        }
    }
}
