package io.isolane.dataplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.ring.SpscRing;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Slots;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import java.lang.foreign.Arena;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Frames that another worker received and this one sends. */
final class CollectedFramesTest {
    private static final int PORT = 3;
    private static final long MILLI = 1_000_000;

    private final Slots slots = new Slots();
    private final Arena arena = Arena.ofAuto();
    private final PortCounters counters = PortCounters.allocate(arena);
    private final PortCounters workers = PortCounters.allocate(arena);
    private final SpscRing ring = new SpscRing(arena, 64);
    private final RingPort port = new RingPort("b", slots.pool, 64, slots.cache, slots.cache);
    private final Pipeline pipeline = new Pipeline(
            slots.memory,
            slots.cache,
            new MacTable(arena, 16, MacTable.MAX_PORTS, new Random(0)),
            Bindings.allocate(arena, 64, new Random(0)));

    @AfterEach
    void poolIsWhole() {
        port.close();
        slots.close();
    }

    @Test
    void shouldBeHeldToTheRateOfThePortTheyLeaveBy() {
        port.open(new PortContext(slots.memory, slots.cache, counters, Wakeup.none(), 1514));
        pipeline.connect(PORT, port, counters);
        pipeline.restrict(PORT, 1514, RateLimit.of(Rate.frames(1000, 5)));

        arrive(8);
        assertThat(received()).isEqualTo(5);
        pipeline.advanceTo(2 * MILLI);
        arrive(8);
        assertThat(received()).isEqualTo(2);

        assertThat(counters.drops(DropReason.RATE_LIMIT_OUT)).isEqualTo(9);
        assertThat(workers.totalDrops()).isZero();
    }

    @Test
    void shouldBeAskedByTheAccessListsOfThePortTheyLeaveBy() {
        AccessList none = AccessList.of("none", AccessRule.deny().build());
        AccessFilter filter = AccessFilter.keptOrNew(AccessFilter.OFF, List.of(none), mirror -> AccessFilter.NO_PORT);
        port.open(new PortContext(slots.memory, slots.cache, counters, Wakeup.none(), 1514));
        pipeline.connect(PORT, port, counters);
        pipeline.restrict(PORT, 1514, RateLimit.NONE);

        pipeline.filter(PORT, new ExitLists(filter, 0, true));
        arrive(8);
        assertThat(received()).isZero();
        pipeline.restrict(PORT, 9014, RateLimit.NONE);
        arrive(8);
        assertThat(received()).isZero();
        pipeline.filter(PORT, ExitLists.OFF);
        arrive(8);
        assertThat(received()).isEqualTo(8);

        assertThat(counters.drops(DropReason.ACCESS_LIST_OUT)).isEqualTo(16);
    }

    private void arrive(int count) {
        long[] items = new long[WorkerOutlet.ITEMS_PER_FRAME * count];
        for (int i = 0; i < items.length; i += WorkerOutlet.ITEMS_PER_FRAME) {
            items[i] = slots.frame(new byte[60]);
            items[i + 1] = PORT;
        }
        assertThat(ring.offer(items, 0, items.length)).isEqualTo(items.length);
        assertThat(pipeline.collect(ring, workers)).isEqualTo(count);
    }

    private int received() {
        long[] frames = new long[64];
        int count = port.nic().receive(frames, frames.length);
        port.nic().free(frames, count);
        return count;
    }
}
