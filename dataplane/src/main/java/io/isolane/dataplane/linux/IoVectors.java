package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * The places that one read fills or one write gathers: an array of {@code struct iovec} (linux/uio.h). Confined to one
 * thread; lives as long as its arena.
 *
 * <pre>
 *   0         8         16
 *   +---------+---------+----
 *   | address | bytes   | the next
 *   +---------+---------+----
 * </pre>
 */
public final class IoVectors {
    static final int BYTES = 16;
    private static final int LENGTH = 8;

    private final long address;

    public IoVectors(Arena arena, int count) {
        address = arena.allocate((long) count * BYTES, Long.BYTES).address();
    }

    /** Sets one place: an absolute address and its bytes. */
    public void set(int index, long place, long bytes) {
        set(address, index, place, bytes);
    }

    long address() {
        return address;
    }

    static void set(long vectors, int index, long place, long bytes) {
        long vector = vectors + (long) index * BYTES;
        RawMemory.putLong(vector, place);
        RawMemory.putLong(vector + LENGTH, bytes);
    }
}
