package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.PacketHeaders;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowTest {
    private static final long[] TO = {0x02_00_00_00_00_01L, 0x02_00_00_00_00_02L, 0x02_00_00_00_00_03L};
    private static final long[] FROM = {0x02_00_00_00_00_11L, 0x02_00_00_00_00_12L, 0x02_00_00_00_00_13L};

    private static final Scenario SCENARIO = Scenario.of(IsolationMode.LEARNING);

    private final Arena arena = Arena.ofShared();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, 1024, 0));
    private final FrameCache cache = pool.newCache();
    private final RingPort port = new RingPort("p", pool, 256, cache, cache);
    private final long[] frames = new long[Flow.BURST];

    FlowTest() {
        port.open(new PortContext(pool.memory(), cache, PortCounters.allocate(arena), Wakeup.none(), 1532));
    }

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldGiveFramesTheLengthsOfAMixInTurnBurstAfterBurst() {
        Flow flow = new Flow(port.nic(), 0, SCENARIO.withFrames(FrameLengths.IMIX), TO, FROM, 0);

        for (int burst = 0; burst < 3; burst++) {
            int sent = burst * Flow.BURST;
            assertThat(burst(flow).mapToInt(Descriptor::length))
                    .containsExactlyElementsOf(IntStream.range(sent, sent + Flow.BURST)
                            .mapToObj(i -> FrameLengths.IMIX.at(i % FrameLengths.IMIX.count()))
                            .toList());
        }
    }

    @Test
    void shouldLetAddressesTakeTurns() {
        Flow flow = new Flow(port.nic(), 0, SCENARIO, TO, FROM, 0);

        assertThat(burst(flow).map(pool.memory()::frameAddress).map(EthernetHeader::destination))
                .startsWith(TO[0], TO[1], TO[2], TO[0]);
    }

    @Test
    void shouldCarryTheVlanBesideEachFrame() {
        Flow flow = new Flow(port.nic(), 0, SCENARIO, TO, FROM, 10);

        assertThat(burst(flow).mapToInt(Descriptor::tci)).containsOnly(10);
    }

    @Test
    void shouldCopyWholeFramesWithTheSameHeaders() {
        Flow flow = new Flow(port.nic(), 0, SCENARIO.withCopied(true), TO, FROM, 0);
        long[] addresses = burst(flow).map(pool.memory()::frameAddress).toArray();
        Arrays.stream(addresses).forEach(address -> RawMemory.putLong(address + 56, -1));

        long[] again = burst(flow).map(pool.memory()::frameAddress).toArray();

        assertThat(again).containsExactlyInAnyOrder(addresses);
        assertThat(Arrays.stream(again).map(address -> RawMemory.getLong(address + 56)))
                .containsOnly(0L);
        assertThat(Arrays.stream(again).map(EthernetHeader::destination)).startsWith(TO[1], TO[2], TO[0]);
        assertThat(Arrays.stream(again).map(EthernetHeader::source)).startsWith(FROM[1], FROM[2], FROM[0]);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNWRITTEN")
    void shouldWritePacketsThatAGuardCanRead(Packets packets) {
        Scenario scenario = SCENARIO.withPackets(packets).withFrames(FrameLengths.IMIX);
        Flow flow = new Flow(port.nic(), 0, scenario, TO, FROM, 0);
        PacketHeaders headers = new PacketHeaders();

        burst(flow).forEach(frame -> {
            long address = pool.memory().frameAddress(frame);
            assertThat(EthernetHeader.source(address)).isIn(FROM[0], FROM[1], FROM[2]);
            assertThat(headers.read(address, Descriptor.length(frame))).isTrue();
            assertThat(headers.protocol())
                    .isEqualTo(packets == Packets.NON_IP ? PacketHeaders.NO_PROTOCOL : IpProtocol.UDP);
        });
    }

    @Test
    void shouldRefuseFramesTooShortForTheirHeaders() {
        Scenario scenario = SCENARIO.withPackets(Packets.IPV6_UDP);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scenario.withFrameLength(60))
                .withMessage("frames of 60 bytes have no room for the 62 bytes of their headers");
    }

    private LongStream burst(Flow flow) {
        assertThat(flow.send()).isEqualTo(Flow.BURST);
        assertThat(port.receive(frames, Flow.BURST)).isEqualTo(Flow.BURST);
        cache.free(frames, 0, Flow.BURST);
        return Arrays.stream(frames);
    }
}
