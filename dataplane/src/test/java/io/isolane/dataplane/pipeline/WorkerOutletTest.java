package io.isolane.dataplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.Wakeup;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;

class WorkerOutletTest {
    private static final int SLOTS = 64;
    private static final int PORT = 7;

    private final Arena arena = Arena.ofAuto();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, SLOTS, 1));
    private final FrameCache cache = pool.newCache();
    private final PortCounters counters = PortCounters.allocate(arena);
    private final SpscRing ring = new SpscRing(arena, 8);
    private final WorkerOutlet outlet = new WorkerOutlet(PORT, ring, Wakeup.none(), cache);

    @Test
    void shouldHandOverEachFrameWithItsPortInOrder() {
        long first = cache.allocate(60);
        long second = cache.allocate(61);
        outlet.append(first, counters);
        outlet.append(second, counters);
        outlet.flush(counters);

        long[] items = new long[8];
        assertThat(ring.poll(items, 8)).isEqualTo(4);
        assertThat(items).startsWith(first, PORT, second, PORT);
    }

    @Test
    void shouldCountAndFreeWhatTheOtherWorkerHasNoRoomFor() {
        for (int i = 0; i < 10; i++) {
            outlet.append(cache.allocate(60), counters);
        }
        outlet.flush(counters);

        assertThat(counters.drops(DropReason.WORKER_RING_FULL)).isEqualTo(6);
        long[] items = new long[8];
        assertThat(ring.poll(items, 8)).isEqualTo(8);
        for (int i = 0; i < 8; i += 2) {
            cache.free(items[i]);
        }
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SLOTS);
    }

    @Test
    void shouldHandOverTheNextFrameOnceThereIsRoomAgain() {
        for (int i = 0; i < 5; i++) {
            outlet.append(cache.allocate(60), counters);
        }
        outlet.flush(counters);
        ring.poll(new long[8], 8);
        long next = cache.allocate(60);
        outlet.append(next, counters);
        outlet.flush(counters);

        long[] items = new long[8];
        assertThat(ring.poll(items, 8)).isEqualTo(2);
        assertThat(items[0]).isEqualTo(next);
    }
}
