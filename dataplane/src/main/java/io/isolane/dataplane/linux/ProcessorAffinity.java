package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/** Ties a thread to a processor, so that its caches stay its own (sched_setaffinity(2)). Stateless; any thread. */
public final class ProcessorAffinity {
    private static final int MASK_BYTES = 1024;

    private ProcessorAffinity() {}

    /**
     * Lets the calling platform thread run on one processor only.
     *
     * @param processor its number as {@code /proc/cpuinfo} counts, from 0
     * @throws NativeException EINVAL when there is no such processor or this process may not use it
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static void pinCurrentThread(int processor) throws NativeException {
        Linux.require("threads pinned to processors");
        if (processor < 0 || processor >= MASK_BYTES * Byte.SIZE) {
            throw new IllegalArgumentException("processor " + processor + " is none: count from 0");
        }
        try (Arena arena = Arena.ofConfined()) {
            long mask = arena.allocate(MASK_BYTES, Long.BYTES).address();
            RawMemory.putByte(mask + processor / Byte.SIZE, (byte) (1 << processor % Byte.SIZE));
            int result = Libc.schedSetAffinity(0, MASK_BYTES, mask);
            NativeException.check(result, "run on it alone", "processor " + processor);
        }
    }
}
