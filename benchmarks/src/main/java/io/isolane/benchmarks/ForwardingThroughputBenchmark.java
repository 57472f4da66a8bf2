package io.isolane.benchmarks;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.Scenario;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many frames does one core forward, generator and sink included, and what of that is the switch? An operation is a frame that enters;
 * the score is frames per microsecond, which is Mpps.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class ForwardingThroughputBenchmark {
    @Benchmark
    @OperationsPerInvocation(ForwardingRig.BURST)
    public int forward(Switched switched) {
        return whole(switched.step.getAsInt());
    }

    /** The baseline: the same frames, ports and rings. */
    @Benchmark
    @OperationsPerInvocation(ForwardingRig.BURST)
    public int noSwitch(Unswitched unswitched) {
        return whole(unswitched.rig.step());
    }

    private static int whole(int sent) {
        if (sent != ForwardingRig.BURST) {
            throw new IllegalStateException("sent " + sent + " frames, and " + ForwardingRig.BURST + " are counted");
        }
        return sent;
    }

    /** A switch that has learnt all stations. */
    @State(Scope.Thread)
    public static class Switched extends SwitchParameters {
        private ForwardingRig rig;
        private IntSupplier step;

        @Setup
        public void open() {
            rig = new ForwardingRig(scenario());
        }

        /** Anew for each iteration, since what lies between two is nobody's step. */
        @Setup(Level.Iteration)
        public void pace() {
            step = Slowdown.of(rig::step);
        }

        @TearDown
        public void close() {
            rig.close();
        }
    }

    /** Rings alone. */
    @State(Scope.Thread)
    public static class Unswitched extends TrafficParameters {
        private ForwardingRig rig;

        @Setup
        public void open() {
            rig = ForwardingRig.withoutSwitch(scenario(Scenario.of(IsolationMode.LEARNING)));
        }

        @TearDown
        public void close() {
            rig.close();
        }
    }
}
