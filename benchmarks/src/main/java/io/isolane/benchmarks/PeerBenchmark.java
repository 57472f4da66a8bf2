package io.isolane.benchmarks;

import io.isolane.benchmarks.peer.Peer;
import io.isolane.benchmarks.peer.PeerRig;
import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.Scenario;
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
 * How many frames do other designs of a learning switch forward on the JVM, on one core, generator and sink included, and how does that
 * compare to Isolane? An operation is a frame of known unicast; the score is frames per microsecond. The counter {@code toIsolane} is the
 * score divided by Isolane's, which is measured just before each iteration in the same virtual machine; its value for Isolane itself says
 * how far such a ratio can be trusted on this machine.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--enable-native-access=ALL-UNNAMED",
            "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
            "-XX:+UseSerialGC"
        })
public class PeerBenchmark {
    @Benchmark
    @OperationsPerInvocation(PeerRig.BURST)
    public long forward(Comparison comparison) {
        return comparison.step();
    }

    /** One of the switches, and Isolane for comparison. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Comparison extends TrafficParameters {
        /** A switch; all of them unless told otherwise. */
        @Param({"isolane", "hash-map", "locked-table", "agrona-rings"})
        private String peer;

        private PeerRig rig;
        private PeerRig isolane;
        private Yardstick yardstick;

        @Setup
        public void open(BenchmarkParams params) {
            Scenario scenario = scenario(Scenario.of(IsolationMode.LEARNING));
            rig = rig(Choice.of(Peer.class, "peer", peer), scenario);
            isolane = rig(Peer.ISOLANE, scenario);
            yardstick = new Yardstick(params, () -> whole(isolane));
        }

        @Setup(Level.Iteration)
        public void measureIsolane() {
            yardstick.measure();
        }

        @TearDown
        public void close() {
            rig.close();
            isolane.close();
        }

        /** Read at the end of an iteration. */
        public double toIsolane() {
            return yardstick.ratio();
        }

        long step() {
            yardstick.count();
            return whole(rig);
        }

        private static long whole(PeerRig rig) {
            int received = rig.step();
            if (received != PeerRig.BURST) {
                throw new IllegalStateException(
                        "received " + received + " frames, and " + PeerRig.BURST + " were sent");
            }
            return rig.seen();
        }

        private static PeerRig rig(Peer kind, Scenario scenario) {
            return new PeerRig(
                    kind.open(scenario.ports(), scenario.frames().longest(), scenario.addresses()), scenario);
        }
    }
}
