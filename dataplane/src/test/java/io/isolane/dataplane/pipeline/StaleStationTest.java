package io.isolane.dataplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** While ports come and go, the table may know a station on a port that a batch's forwarding state does not have. */
class StaleStationTest {
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;

    private final Arena arena = Arena.ofAuto();
    private final FrameMemory memory = FrameMemory.allocate(arena, 64, 1);
    private final FramePool pool = new FramePool(memory);
    private final FrameCache cache = pool.newCache();
    private final MacTable table = new MacTable(arena, 64, 1024, new Random(0));
    private final PortCounters counters = PortCounters.allocate(arena);
    private final RingPort port = new RingPort("a", pool, 8, cache, cache);
    private final Pipeline pipeline = new Pipeline(memory, cache, table, Bindings.allocate(arena, 64, new Random(0)));

    @ParameterizedTest
    @CsvSource({"2, false", "70, false", "1000, false", "2, true", "70, true", "1000, true"})
    void shouldDropAFrameForAPortThatTheStateDoesNotHave(int station, boolean promiscuous) {
        ForwardingState state = compile(IsolationMode.LEARNING, promiscuous);
        table.learn(MacTable.key(state.vlan(0).fid(), B), station, 0);

        forward(state, WireFrame.of(B, A, 0x0800, new byte[46]));

        assertThat(counters.drops(DropReason.OUTSIDE_REACH)).isEqualTo(promiscuous ? 0 : 1);
    }

    @ParameterizedTest
    @CsvSource({"2", "70", "1000"})
    void shouldTakeNoAddressForAGuestsOwnThatIsOnAPortWhichTheStateDoesNotHave(int station) {
        ForwardingState state = compile(IsolationMode.REGISTERED, false);
        table.learn(MacTable.key(state.vlan(0).fid(), A), station, 0);

        forward(state, WireFrame.of(B, A, 0x0800, new byte[46]));

        assertThat(counters.drops(DropReason.FORGED_SOURCE)).isZero();
    }

    private void forward(ForwardingState state, WireFrame frame) {
        port.open(new PortContext(memory, cache, counters, Wakeup.none(), 1514));
        port.nic().send(frame.bytes());
        assertThat(pipeline.receive(port, Batch.CAPACITY)).isEqualTo(1);
        pipeline.forward(1, 0, counters, state, 0);
    }

    private static ForwardingState compile(IsolationMode mode, boolean promiscuous) {
        SourcePolicy changes = new SourcePolicy(false, true);
        PortProfile a = PortProfile.guest("a", "net").sources(changes).build();
        PortProfile b = PortProfile.guest("b", "net")
                .sources(changes)
                .promiscuous(promiscuous)
                .build();
        return PolicyCompiler.compile(
                List.of(VirtualNetwork.of("net", mode)),
                new TreeMap<>(Map.of(0, a, 1, b)),
                List.of(),
                new FidRegistry());
    }
}
