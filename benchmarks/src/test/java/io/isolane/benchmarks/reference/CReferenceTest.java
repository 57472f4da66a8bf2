package io.isolane.benchmarks.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.benchmarks.reference.Fabric.Heard;
import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Isolane and the C reference, given the same frames one by one, are to do the same with each. */
class CReferenceTest {
    private static final int ROUNDS = 4_000;
    private static final int MOST_IN_A_BURST = 8;
    private static final Duration AGEING = Duration.ofSeconds(10);

    /** Small enough for two slices of ageing, so that both look at all of it in two polls, and large enough for every station in every VLAN. */
    private static final TableConfig TABLE = new TableConfig(200, AGEING);

    private static final MemoryConfig MEMORY = new MemoryConfig(4096, 256);
    private static final int RING = 1024;
    private static final long NO_SLOT = 1;

    private static final List<PortProfile> PORTS = List.of(
            port("access10", VlanMembership.access(10), 1500),
            port("access20", VlanMembership.access(20), 1500),
            port("jumbo10", VlanMembership.access(10), 9000),
            port("trunk", VlanMembership.trunk(10, 20), 1500),
            port("native", new VlanMembership.Trunk(VidSet.of(20, 30), 10, false, EtherType.CUSTOMER_TAG), 9000),
            port("alone", VlanMembership.access(40), 1500));

    private record Step(int port, List<Heard> heard) {}

    @BeforeEach
    void requireCompiler() {
        Optional<String> missing = CCompiler.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    /** Of every kind: known, flooded, malformed, tagged in every way; stations that move and age, links that fail, frames sent on. */
    @ParameterizedTest
    @EnumSource
    void shouldDoWithEveryFrameWhatIsolaneDoes(Build build) throws IOException {
        List<Step> steps;
        List<Map<String, Long>> counters;
        try (Fabric isolane = new JavaFabric(MEMORY, TABLE, PORTS)) {
            steps = play(isolane, 1);
            counters = counters(isolane);
        }

        try (Fabric reference = new CFabric(build, MEMORY, TABLE, PORTS)) {
            assertThat(play(reference, 1)).isEqualTo(steps);
            assertThat(counters(reference)).isEqualTo(counters);
        }
        assertThat(total(counters))
                .containsOnlyKeys(
                        "rx-frames",
                        "rx-bytes",
                        "tx-frames",
                        "tx-bytes",
                        "moved",
                        "flooded",
                        "runt",
                        "over-long",
                        "bad-descriptor",
                        "truncated-tag",
                        "group-source",
                        "zero-source",
                        "link-local",
                        "tag-on-access",
                        "foreign-tag",
                        "second-tag",
                        "reserved-vid",
                        "vlan-not-allowed",
                        "no-native-vlan",
                        "same-port",
                        "no-recipient",
                        "port-down",
                        "tx-over-mtu");
    }

    @Test
    void shouldDropWhatASlowReaderDoesNotTake() throws IOException {
        try (Fabric isolane = new JavaFabric(MEMORY, TABLE, PORTS);
                Fabric reference = new CFabric(Build.PLAIN, MEMORY, TABLE, PORTS)) {
            flood(isolane);
            flood(reference);

            assertThat(counters(reference)).isEqualTo(counters(isolane));
            assertThat(total(counters(reference))).containsKey("tx-full");
        }
    }

    /** Where the table is full Isolane makes room for another, and this one says that it learnt nothing. */
    @Test
    void shouldLearnNoMoreThanItHasRoomFor() throws IOException {
        TableConfig small = TABLE.withCapacity(10);
        try (Fabric reference = new CFabric(Build.PLAIN, MEMORY, small, PORTS)) {
            play(reference, 2);

            assertThat(total(counters(reference))).containsKey("not-learnt");
        }
    }

    @Test
    void shouldSayWhichPortsItKnows() throws IOException {
        try (CReference reference = new CReference(Build.PLAIN, MEMORY, TABLE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> reference.attach(port("tunnel", VlanMembership.tunnel(10), 1500)))
                    .withMessageContaining("Tunnel[vid=10]")
                    .withMessageContaining("use access or access-to-trunk");
        }
    }

    @Test
    void shouldCompileWithoutAWarning(@TempDir Path directory) throws IOException {
        assertThat(CCompiler.compile(List.of("-O1", "-Wall", "-Wextra", "-Wconversion", "-Werror"), directory))
                .exists();
    }

    private static List<Step> play(Fabric fabric, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomFrames frames = new RandomFrames(random);
        List<Step> steps = new ArrayList<>();
        int millis = 5_000_000;
        for (int round = 0; round < ROUNDS; round++) {
            int from = random.nextInt(PORTS.size());
            for (int i = random.nextInt(MOST_IN_A_BURST); i > 0; i--) {
                fabric.send(from, frames.bytes(), frames.tagBeside());
            }
            disturb(fabric, random);
            millis += random.nextInt(50) == 0 ? 1000 + random.nextInt(15_000) : 0;
            fabric.poll(millis);
            fabric.poll(millis);
            fabric.pass(random.nextInt(PORTS.size()), random.nextInt(PORTS.size()));
            int port = random.nextInt(PORTS.size());
            steps.add(new Step(port, fabric.heard(port)));
        }
        return steps;
    }

    /** Now and then a link fails, for a few rounds, or somebody sends what is no descriptor. */
    private static void disturb(Fabric fabric, SplittableRandom random) {
        if (random.nextInt(100) == 0) {
            fabric.link(random.nextInt(PORTS.size()), false);
        }
        if (random.nextInt(10) == 0) {
            IntStream.range(0, PORTS.size()).forEach(port -> fabric.link(port, true));
        }
        if (random.nextInt(100) == 0) {
            fabric.offer(random.nextInt(PORTS.size()), NO_SLOT);
        }
    }

    /** More than fits between a port and its reader. */
    private static void flood(Fabric fabric) {
        byte[] broadcast = HexFormat.of().parseHex("ffffffffffff" + "020000000001" + "0800" + "00".repeat(46));
        for (int i = 0; i < RING + 100; i++) {
            fabric.send(2, broadcast, Fabric.NO_TAG);
            fabric.poll(0);
        }
    }

    private static List<Map<String, Long>> counters(Fabric fabric) {
        return IntStream.range(0, PORTS.size())
                .mapToObj(fabric::counters)
                .map(CReferenceTest::withoutZeros)
                .toList();
    }

    private static Map<String, Long> total(List<Map<String, Long>> counters) {
        Map<String, Long> total = new TreeMap<>();
        counters.forEach(port -> port.forEach((name, count) -> total.merge(name, count, Long::sum)));
        return total;
    }

    /** The reference has no counters of what it cannot meet. */
    private static Map<String, Long> withoutZeros(Map<String, Long> counters) {
        Map<String, Long> counted = new TreeMap<>(counters);
        counted.values().removeIf(count -> count == 0);
        return counted;
    }

    private static PortProfile port(String name, VlanMembership vlan, int mtu) {
        return PortProfile.guest(name, JavaFabric.NETWORK).vlan(vlan).mtu(mtu).build();
    }
}
