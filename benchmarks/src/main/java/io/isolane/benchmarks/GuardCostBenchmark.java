package io.isolane.benchmarks;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.Guard;
import io.isolane.tools.bench.rig.Guards;
import io.isolane.tools.bench.rig.Packets;
import io.isolane.tools.bench.rig.Scenario;
import java.util.EnumSet;
import java.util.Set;
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
 * What do guards cost frames that are in order, on one core, generator and sink included? An operation is a frame; the score is frames per
 * microsecond. The counter {@code toUnguarded} is the score divided by that of the same switch without guards, which is measured just before each
 * iteration in the same virtual machine; its value for {@code guards=none} says how far such a ratio can be trusted on this machine.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 9, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
public class GuardCostBenchmark {
    private static final int STEPS_TO_CHECK = 64;

    @Benchmark
    @OperationsPerInvocation(ForwardingRig.BURST)
    public long forward(Guarded guarded) {
        return guarded.step();
    }

    /** A switch with guards and the same without. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Guarded extends TrafficParameters {
        /** An isolation mode, by its label. */
        @Param({"learning", "registered", "vlan-per-guest", "dedicated-uplink", "private-vlan", "protected"})
        private String mode;

        /** {@code none}, {@code all} or one guard, by the key that the configuration has for it. */
        @Param({"none", "all"})
        private String guards;

        /** Which ports have them: {@code every-port}, or {@code another-port}, which takes no part. */
        @Param("every-port")
        private String where;

        /** What the frames carry: {@code ipv4-udp}, {@code ipv6-udp} or {@code non-ip}; {@code unwritten} is the header alone. */
        @Param({"ipv4-udp", "ipv6-udp", "non-ip"})
        private String packets;

        private ForwardingRig guarded;
        private ForwardingRig unguarded;
        private Yardstick yardstick;

        @Setup
        public void open(BenchmarkParams params) {
            Guards chosen = new Guards(on(), Choice.of(Guards.Where.class, "where", where));
            Scenario scenario = scenario(Scenario.of(IsolationMode.of(mode)))
                    .withPackets(Choice.of(Packets.class, "packets", packets))
                    .withGuards(chosen);
            guarded = new ForwardingRig(scenario);
            unguarded = new ForwardingRig(scenario.withGuards(chosen.off()));
            yardstick = new Yardstick(params, () -> whole(unguarded));
        }

        @Setup(Level.Iteration)
        public void measureUnguarded() {
            yardstick.measure();
        }

        @TearDown
        public void close() {
            long sent = (long) ForwardingRig.BURST * STEPS_TO_CHECK;
            long before = guarded.delivered();
            for (int i = 0; i < STEPS_TO_CHECK; i++) {
                whole(guarded);
            }
            long delivered = guarded.delivered() - before;
            guarded.close();
            unguarded.close();
            if (delivered != sent) {
                throw new IllegalStateException(
                        delivered + " of " + sent + " frames were forwarded: those that are dropped cost less");
            }
        }

        /** Read at the end of an iteration. */
        public double toUnguarded() {
            return yardstick.ratio();
        }

        long step() {
            yardstick.count();
            return whole(guarded);
        }

        private Set<Guard> on() {
            return switch (guards) {
                case "none" -> Set.of();
                case "all" -> EnumSet.allOf(Guard.class);
                default -> Set.of(Choice.of(Guard.class, "guards", guards));
            };
        }

        private static long whole(ForwardingRig rig) {
            int sent = rig.step();
            if (sent != ForwardingRig.BURST) {
                throw new IllegalStateException(
                        "sent " + sent + " frames, and " + ForwardingRig.BURST + " are counted");
            }
            return sent;
        }
    }
}
