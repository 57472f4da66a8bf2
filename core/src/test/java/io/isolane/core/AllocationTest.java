package io.isolane.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.ring.SpscRing;
import io.isolane.core.table.MacTable;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is called per frame leaves nothing for the garbage collector once it is compiled. */
final class AllocationTest {
    private static final int CALLS = 200_000;
    private static final int MOST_ROUNDS = 200;
    /** What the measurement itself, or the compiler's switch to compiled code, may cost in all. */
    private static final long NOISE = 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldOfferAndPollWithoutGarbage() {
        SpscRing ring = new SpscRing(arena, 64);
        long[] batch = new long[8];
        assertNoGarbage(i -> {
            ring.offer(i);
            ring.offer(batch, 0, 5);
            ring.poll(batch, 8);
        });
    }

    @Test
    void shouldAllocateAndFreeFramesWithoutGarbage() {
        FrameMemory memory = FrameMemory.allocate(arena, 600, 8);
        FramePool pool = new FramePool(memory);
        FrameCache cache = pool.newCache();
        FrameCache other = pool.newCache();
        assertNoGarbage(i -> {
            long shared = cache.allocate(60) | Descriptor.SHARED;
            memory.share(shared, 2);
            other.free(shared);
            other.free(shared);
            cache.free(cache.allocate(9000));
            if (i % 128 == 0) {
                other.close();
            }
        });
    }

    @Test
    void shouldLearnAndLookUpWithoutGarbage() {
        MacTable table = new MacTable(arena, 1000, 4, new SplittableRandom(5));
        assertNoGarbage(i -> {
            table.learn(1 + i % 5000, i & 3, i);
            table.learn(1 + i % 300, 1, i);
            table.lookup(1 + i % 1000);
            table.expire(i, 3000, 4);
            if (i % 1000 == 0) {
                table.flush(3);
            }
        });
    }

    @Test
    void shouldReadWriteAndCountFramesWithoutGarbage() {
        PortCounters counters = PortCounters.allocate(arena);
        long frame = arena.allocate(256, 64).address();
        assertNoGarbage(i -> {
            EthernetHeader.write(frame, i, i, 0x0800);
            RawMemory.copy(frame, frame + 128, 60);
            RawMemory.fill(frame, 60, (byte) i);
            counters.received(1, EthernetHeader.source(frame + 128));
            counters.dropped(DropReason.RUNT, 1);
        });
    }

    /** The least of several measurements: the compiler may interrupt one, and on a busy machine it takes its time to come to them at all. */
    private static void assertNoGarbage(IntConsumer call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < MOST_ROUNDS && least >= NOISE; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < CALLS; i++) {
                call.accept(i);
            }
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(NOISE);
    }
}
