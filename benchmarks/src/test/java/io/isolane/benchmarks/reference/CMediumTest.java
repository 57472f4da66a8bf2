package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.benchmarks.reference.Fabric.Heard;
import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.tools.bench.rig.DeliveryFaults;
import io.isolane.tools.bench.rig.LatencyResult;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The C reference in a thread of its own does with the frames of Isolane's ports what Isolane does. */
class CMediumTest {
    private static final int ROUNDS = 200;
    private static final int MOST_IN_A_BURST = 64;
    private static final int FRAMES = 6_000;

    /** Nothing ages: one of the two has a clock that stands still. */
    private static final TableConfig TABLE = new TableConfig(200, Duration.ofHours(1));

    private static final MemoryConfig MEMORY = new MemoryConfig(4096, 256);

    private static final List<PortProfile> PORTS = List.of(
            port("access10", VlanMembership.access(10), 1500),
            port("access20", VlanMembership.access(20), 1500),
            port("jumbo10", VlanMembership.access(10), 9000),
            port("trunk", VlanMembership.trunk(10, 20), 1500),
            port("native", new VlanMembership.Trunk(VidSet.of(20, 30), 10, false, EtherType.CUSTOMER_TAG), 9000));

    @BeforeEach
    void requireCompiler() {
        Optional<String> missing = CCompiler.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverEveryFrameByteForByteWhereIsolaneDoes(Build build) throws IOException {
        List<List<Heard>> heard;
        List<Map<String, Long>> counted;
        try (RingFabric isolane = new JavaFabric(MEMORY, TABLE, PORTS)) {
            heard = play(isolane);
            counted = counters(isolane);
        }

        try (CThreadFabric reference = new CThreadFabric(build, MEMORY, TABLE, PORTS)) {
            assertThat(play(reference)).isEqualTo(heard);
            assertThat(counters(reference)).isEqualTo(counted);
            assertThat(reference.delivered()).isEqualTo(sum(counted, "tx-frames"));
            assertThat(reference.dropped()).isPositive();
        }
        assertThat(heard.stream().mapToInt(List::size).sum()).isGreaterThan(ROUNDS);
    }

    /** What still lies in the rings is freed, whoever has it: the fabric looks for it when it is closed. */
    @Test
    void shouldStopInTheMiddleOfItsWork() throws IOException {
        byte[] broadcast = HexFormat.of().parseHex("ffffffffffff" + "020000000001" + "0800" + "00".repeat(46));
        try (RingFabric reference = new CThreadFabric(Build.PLAIN, MEMORY, TABLE, PORTS)) {
            for (int i = 0; i < 1_000; i++) {
                reference.send(0, broadcast, Fabric.NO_TAG);
            }
        }
    }

    @Test
    void shouldLetTheTesterTimeEveryFrame() throws IOException {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING);
        try (LatencyRig rig = new LatencyRig(scenario, medium(scenario), () -> {})) {
            LatencyResult result = rig.measure(FRAMES, 1_000_000);

            assertThat(result.latency().getTotalCount()).isEqualTo(FRAMES);
            assertThat(result.faults()).isEqualTo(DeliveryFaults.NONE);
            assertThat(result.switchHiccups().getTotalCount()).isGreaterThanOrEqualTo(FRAMES - 1);
            assertThat(rig.dropped()).isZero();
        }
    }

    @Test
    void shouldLeaveItsWorkToItsThread() throws IOException {
        try (CMedium medium = medium(Scenario.of(IsolationMode.LEARNING))) {
            assertThatIllegalStateException().isThrownBy(medium::poll).withMessageContaining("thread of its own");
        }
    }

    private static CMedium medium(Scenario scenario) throws IOException {
        return new CMedium(Build.PLAIN, LatencyRig.memory(scenario), scenario.table());
    }

    /** Bursts of all kinds of frames into one port after another; what all ports hear of each. */
    private static List<List<Heard>> play(RingFabric fabric) {
        SplittableRandom random = new SplittableRandom(3);
        RandomFrames frames = new RandomFrames(random);
        List<List<Heard>> heard = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            int count = 1 + random.nextInt(MOST_IN_A_BURST);
            List<byte[]> bytes = Stream.generate(frames::bytes).limit(count).toList();
            List<Integer> tags = Stream.generate(frames::tagBeside).limit(count).toList();
            fabric.sendTogether(random.nextInt(PORTS.size()), bytes, tags);
            fabric.poll(0);
            IntStream.range(0, PORTS.size()).mapToObj(fabric::heard).forEach(heard::add);
        }
        return heard;
    }

    private static List<Map<String, Long>> counters(Fabric fabric) {
        List<Map<String, Long>> counters = new ArrayList<>();
        for (int port = 0; port < PORTS.size(); port++) {
            Map<String, Long> counted = fabric.counters(port);
            counted.values().removeIf(count -> count == 0);
            counters.add(counted);
        }
        return counters;
    }

    private static long sum(List<Map<String, Long>> counters, String name) {
        return counters.stream()
                .mapToLong(counted -> counted.getOrDefault(name, 0L))
                .sum();
    }

    private static PortProfile port(String name, VlanMembership vlan, int mtu) {
        return PortProfile.guest(name, JavaFabric.NETWORK).vlan(vlan).mtu(mtu).build();
    }
}
