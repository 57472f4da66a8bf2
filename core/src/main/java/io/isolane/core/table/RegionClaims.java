package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * Who may change a region of the table: a word a region, 128 bytes apart, taken by one compare-and-set and never waited for.
 */
final class RegionClaims {
    private static final int STRIDE = 128;

    private final long address;

    RegionClaims(Arena arena, int regions) {
        this.address = arena.allocate((long) STRIDE * regions, STRIDE).address();
    }

    boolean tryClaim(int region) {
        return RawMemory.compareAndSetLong(address + (long) STRIDE * region, 0, 1);
    }

    void release(int region) {
        RawMemory.putLongRelease(address + (long) STRIDE * region, 0);
    }
}
