package io.isolane.benchmarks;

import io.isolane.benchmarks.reference.Contender;
import io.isolane.benchmarks.reference.Rig;
import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Scenario.Order;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * How many frames does the same frame path forward when it is written in C, on one core, generator and sink included, and how does that
 * compare to Isolane? What is measured is what {@code ForwardingThroughputBenchmark.forward} does in mode learning. An operation is a
 * frame that enters; the score is frames per microsecond, which is Mpps. The counter {@code toIsolane} is the score divided by Isolane's,
 * which is measured just before each iteration in the same virtual machine: under 1 where Isolane is ahead of C. Its value for Isolane
 * itself says how far such a ratio can be trusted on this machine.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class CReferenceBenchmark {
    /** So many that the call of a native function weighs nothing beside them. */
    private static final int STEPS = 64;

    private static final int FRAMES = STEPS * ForwardingRig.BURST;

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public long forward(Comparison comparison) {
        return comparison.step();
    }

    /** What is missing here to measure C, and how to mend it; empty if nothing is. */
    public static Optional<String> missing() {
        return Contender.missing();
    }

    /** Isolane or C, and Isolane for comparison. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Comparison extends TrafficParameters {
        /** {@code c} is {@code gcc -O3 -march=native}, {@code c-plain} is {@code gcc -O2}. */
        @Param({"c", "c-plain", "isolane"})
        private String peer;

        /** {@code access} or {@code access-to-trunk}. */
        @Param("access")
        private String vlans;

        /** {@code known-unicast}, {@code unknown-unicast} or {@code broadcast}. */
        @Param("known-unicast")
        private String traffic;

        /** In which stations take turns: {@code sequential} or {@code random}. */
        @Param("sequential")
        private String order;

        /** 1 if each frame is copied whole from one that was made before, 0 if only its header is written. */
        @Param("0")
        private int copies;

        private Rig rig;
        private Rig isolane;
        private Yardstick yardstick;

        @Setup
        public void open(BenchmarkParams params) throws IOException {
            Contender contender = Choice.of(Contender.class, "peer", peer);
            Scenario scenario = scenario();
            missing().filter(what -> contender != Contender.ISOLANE).ifPresent(what -> {
                throw new IllegalStateException(what);
            });
            rig = contender.open(scenario);
            isolane = Contender.ISOLANE.open(scenario);
            yardstick = new Yardstick(params, () -> whole(isolane));
        }

        @Setup(Level.Iteration)
        public void measureIsolane() {
            yardstick.measure();
        }

        @TearDown
        public void close() {
            long dropped = rig.dropped() + isolane.dropped();
            rig.close();
            isolane.close();
            if (dropped > 0) {
                throw new IllegalStateException(
                        dropped + " frames were dropped, which costs less than to forward them");
            }
        }

        /** Read at the end of an iteration. */
        public double toIsolane() {
            return yardstick.ratio();
        }

        long step() {
            yardstick.count();
            return whole(rig);
        }

        private Scenario scenario() {
            if (copies != 0 && copies != 1) {
                throw new IllegalArgumentException("-p copies=" + copies + ": use 0 or 1");
            }
            return scenario(Scenario.of(IsolationMode.LEARNING))
                    .withVlans(Choice.of(Vlans.class, "vlans", vlans))
                    .withTraffic(Choice.of(Traffic.class, "traffic", traffic))
                    .withOrder(Choice.of(Order.class, "order", order))
                    .withCopied(copies == 1);
        }

        private static long whole(Rig rig) {
            long entered = rig.run(STEPS);
            if (entered != FRAMES) {
                throw new IllegalStateException("sent " + entered + " frames, and " + FRAMES + " are counted");
            }
            return entered;
        }
    }
}
