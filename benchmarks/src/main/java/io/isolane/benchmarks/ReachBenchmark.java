package io.isolane.benchmarks;

import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What does isolation cost a frame? A network in which every other port is protected; {@code may...}: may a frame from here leave there,
 * time per pair of ports; {@code flood...}: walk everybody that a frame may reach, time per frame. Beside the compiled reach: the rule
 * asked anew each time, which is what an {@code if} in the forwarding loop does and knows one mode only, and sets of ports in a hash map.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class ReachBenchmark {
    private static final int PAIRS = 1024;
    private static final int VID = 10;
    private static final String NETWORK = "reach";

    private record Place(int vlan, int port) {}

    @Param({"16", "64", "1024"})
    private int ports;

    private final int[] from = new int[PAIRS];
    private final int[] to = new int[PAIRS];
    private ForwardingState state = ForwardingState.EMPTY;
    private boolean[] isProtected = {};
    private final Map<Place, Set<Integer>> sets = new HashMap<>();
    private int vlan;
    private int next;

    @Setup
    public void compile() {
        TreeMap<Integer, PortProfile> profiles = new TreeMap<>();
        isProtected = new boolean[ports];
        for (int port = 0; port < ports; port++) {
            isProtected[port] = port % 2 == 0;
            profiles.put(port, profile(port));
        }
        state = PolicyCompiler.compile(
                List.of(VirtualNetwork.of(NETWORK, IsolationMode.PROTECTED)), profiles, List.of(), new FidRegistry());
        vlan = state.port(0).vlan();
        for (int port = 0; port < ports; port++) {
            sets.put(new Place(vlan, port), reach(port));
        }
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < PAIRS; i++) {
            from[i] = random.nextInt(ports);
            to[i] = random.nextInt(ports);
        }
        if (mayReach() != mayByRule() || mayReach() != mayBySets()) {
            throw new IllegalStateException("the reach, the rule and the sets differ about who may hear whom");
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int mayReach() {
        int allowed = 0;
        for (int i = 0; i < PAIRS; i++) {
            allowed += state.contains(state.row(vlan, from[i]), to[i]) ? 1 : 0;
        }
        return allowed;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int mayByRule() {
        int allowed = 0;
        for (int i = 0; i < PAIRS; i++) {
            allowed += isAllowed(from[i], to[i]) ? 1 : 0;
        }
        return allowed;
    }

    @Benchmark
    @OperationsPerInvocation(PAIRS)
    public int mayBySets() {
        int allowed = 0;
        for (int i = 0; i < PAIRS; i++) {
            allowed += setOf(from[i]).contains(to[i]) ? 1 : 0;
        }
        return allowed;
    }

    @Benchmark
    public void floodReach(Blackhole outlets) {
        long[] rows = state.rows();
        int row = state.row(vlan, ingress());
        for (int word = 0; word < state.words(); word++) {
            for (long left = rows[row + word]; left != 0; left &= left - 1) {
                outlets.consume((word << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    @Benchmark
    public void floodByRule(Blackhole outlets) {
        int ingress = ingress();
        for (int port = 0; port < ports; port++) {
            if (isAllowed(ingress, port)) {
                outlets.consume(port);
            }
        }
    }

    @Benchmark
    public void floodBySets(Blackhole outlets) {
        for (int port : setOf(ingress())) {
            outlets.consume(port);
        }
    }

    private int ingress() {
        return from[next++ & PAIRS - 1];
    }

    private boolean isAllowed(int ingress, int egress) {
        return ingress != egress && !(isProtected[ingress] && isProtected[egress]);
    }

    private Set<Integer> setOf(int ingress) {
        return sets.getOrDefault(new Place(vlan, ingress), Set.of());
    }

    private Set<Integer> reach(int ingress) {
        Set<Integer> reach = new HashSet<>();
        for (int port = 0; port < ports; port++) {
            if (isAllowed(ingress, port)) {
                reach.add(port);
            }
        }
        return reach;
    }

    private static PortProfile profile(int port) {
        return PortProfile.guest("p" + port, NETWORK)
                .vlan(VlanMembership.access(VID))
                .protectedPort(port % 2 == 0)
                .build();
    }
}
