package io.isolane.dataplane.port.offload;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.memory.SlotClass;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** A small pool, and frames put into and read out of it as arrays. */
final class Slots implements AutoCloseable {
    static final int SMALL = 256;
    static final int LARGE = 8;

    private final Arena arena = Arena.ofConfined();
    final FrameMemory memory;
    final FramePool pool;
    final FrameCache cache;

    Slots() {
        this(SMALL, LARGE);
    }

    Slots(int small, int large) {
        this.memory = FrameMemory.allocate(arena, small, large);
        this.pool = new FramePool(memory);
        this.cache = pool.newCache();
    }

    /** A frame with {@code virtioHeader} beside it. */
    long offloaded(byte[] virtioHeader, byte[] frame) {
        long descriptor = cache.allocate(frame.length) | Descriptor.OFFLOAD;
        RawMemory.put(memory.frameAddress(descriptor), frame);
        RawMemory.put(memory.virtioHeaderAddress(descriptor), virtioHeader);
        return descriptor;
    }

    byte[] bytes(long descriptor) {
        return RawMemory.get(memory.frameAddress(descriptor), Descriptor.length(descriptor));
    }

    List<byte[]> bytesAndFree(long[] descriptors, int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(bytes(descriptors[i]));
            cache.free(descriptors[i]);
        }
        return frames;
    }

    void assertWhole() {
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(memory.slots(SlotClass.SMALL));
        assertThat(pool.available(SlotClass.LARGE)).isEqualTo(memory.slots(SlotClass.LARGE));
    }

    @Override
    public void close() {
        assertWhole();
        arena.close();
    }
}
