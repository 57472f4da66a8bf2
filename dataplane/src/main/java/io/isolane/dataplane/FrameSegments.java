package io.isolane.dataplane;

import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.linux.HugePages;
import io.isolane.dataplane.linux.Linux;
import io.isolane.dataplane.linux.NativeException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Memory for frames: huge pages where the system has them, ordinary ones elsewhere. */
final class FrameSegments {
    private FrameSegments() {}

    static MemorySegment allocate(Arena arena, MemoryConfig size) {
        long bytes = FrameMemory.bytesFor(size.smallSlots(), size.largeSlots());
        if (!Linux.isAvailable()) {
            return arena.allocate(bytes, FrameMemory.ALIGNMENT);
        }
        try {
            return HugePages.allocate(arena, bytes);
        } catch (NativeException noMemory) {
            throw new UncheckedIOException(noMemory);
        }
    }
}
