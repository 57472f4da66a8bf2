package io.isolane.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.FrameLengths;
import io.isolane.tools.bench.rig.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerTest {
    private static final int PORTS = 4;
    private static final int STATIONS = 24;
    private static final int ROUNDS = 2_000;
    private static final int BURST = 3;
    private static final long FIRST = 0x02_00_00_00_00_00L;

    private record Delivery(int port, long destination, long source, int length) {}

    /** Known and unknown stations, stations that move, group addresses, and frames to a station on the port they came from. */
    @ParameterizedTest
    @EnumSource
    void shouldDeliverWhatIsolaneDelivers(Peer peer) {
        List<Delivery> deliveries = deliveries(peer);

        assertThat(deliveries).hasSizeGreaterThan(ROUNDS * BURST).isEqualTo(deliveries(Peer.ISOLANE));
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverEveryFrameOfKnownUnicastOnce(Peer peer) {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING)
                .withFrames(FrameLengths.IMIX)
                .withPorts(8);

        try (PeerRig rig = new PeerRig(peer.open(8, 1518, scenario.addresses()), scenario)) {
            for (int i = 0; i < 100; i++) {
                assertThat(rig.step()).isEqualTo(PeerRig.BURST);
            }
        }
    }

    private static List<Delivery> deliveries(Peer peer) {
        List<Delivery> deliveries = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        try (SoftwareSwitch fabric = peer.open(PORTS, 1518, STATIONS)) {
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(fabric.send(random.nextInt(PORTS), frames(random), BURST))
                        .isEqualTo(BURST);
                fabric.forward();
                for (int out = 0; out < PORTS; out++) {
                    int port = out;
                    fabric.receive(
                            port,
                            (destination, source, length) ->
                                    deliveries.add(new Delivery(port, destination, source, length)));
                }
            }
        }
        return deliveries;
    }

    /** Of one source, which is usually heard on another port than before. */
    private static FrameSource frames(SplittableRandom random) {
        long source = FIRST + random.nextInt(STATIONS);
        long[] destinations = new long[BURST];
        long[] sources = new long[BURST];
        for (int i = 0; i < BURST; i++) {
            long other = FIRST + random.nextInt(STATIONS + 1);
            destinations[i] = other == source || random.nextInt(10) == 0 ? MacAddress.BROADCAST : other;
            sources[i] = source;
        }
        return new FrameSource(destinations, sources, FrameLengths.IMIX);
    }
}
