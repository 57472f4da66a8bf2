package io.isolane.dataplane;

import io.isolane.core.memory.FrameMemory;

/**
 * How many frames there can be at a time.
 *
 * @param smallSlots slots of 2 KiB
 * @param largeSlots slots of 72 KiB, for super-frames and MTUs over 1,500
 */
public record MemoryConfig(int smallSlots, int largeSlots) {
    /** 16,384 small and 256 large slots: 50 MiB, of which only what is used is resident. */
    public static final MemoryConfig DEFAULT = new MemoryConfig(16_384, 256);

    /**
     * Checks both.
     *
     * @throws IllegalArgumentException as {@link FrameMemory#bytesFor} says
     */
    public MemoryConfig {
        FrameMemory.bytesFor(smallSlots, largeSlots);
    }
}
