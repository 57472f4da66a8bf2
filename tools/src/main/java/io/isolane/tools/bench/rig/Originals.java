package io.isolane.tools.bench.rig;

import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Whole frames to copy others from, each in a place as large as a slot, so that they lie as far apart as the buffers of a driver do that
 * has read a capture file. Confined to its thread; allocates nothing once it is made.
 */
final class Originals {
    private static final int LINE = 64;

    /** Kept while it is used: its memory goes with it. */
    private final MemorySegment memory;

    private final long stride;

    /** So many frames of zeros, of up to {@code longest} bytes. */
    Originals(int count, int longest) {
        this.stride = Math.max(SlotClass.SMALL.stride(), Math.ceilDiv(longest, LINE) * LINE);
        this.memory = RawMemory.allocate(Arena.ofAuto(), count * stride, LINE);
    }

    /** Where frame {@code i} lies. */
    long address(int i) {
        return memory.address() + i * stride;
    }

    /** Copies the first {@code length} bytes of frame {@code i} to {@code target}. */
    void copy(int i, long target, int length) {
        RawMemory.copy(address(i), target, length);
    }
}
