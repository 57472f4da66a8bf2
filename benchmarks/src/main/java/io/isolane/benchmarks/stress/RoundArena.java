package io.isolane.benchmarks.stress;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for states that live for a moment and come by the million: one slab, handed out in pages round and round. A place
 * comes back after 64 MiB of others, long after its state was judged. Any thread.
 */
final class RoundArena implements Arena {
    static final Arena INSTANCE = new RoundArena();

    private static final long PAGE = 4096;
    private static final long PAGES = 1 << 14;

    private final MemorySegment slab = Arena.global().allocate(PAGES * PAGE, PAGE);
    private final AtomicLong next = new AtomicLong();

    private RoundArena() {}

    /** Zeroed memory at the start of a page. */
    @Override
    public MemorySegment allocate(long bytes, long alignment) {
        long pages = (bytes + PAGE - 1) / PAGE;
        long first;
        do {
            first = next.getAndAdd(pages) % PAGES;
        } while (first + pages > PAGES);
        MemorySegment place = slab.asSlice(first * PAGE, bytes);
        RawMemory.fill(place.address(), bytes, (byte) 0);
        return place;
    }

    @Override
    public MemorySegment.Scope scope() {
        return slab.scope();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("the states of a stress test live as long as the process");
    }
}
