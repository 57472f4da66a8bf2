package io.isolane.dataplane.port;

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
public final class Slots implements AutoCloseable {
    public static final int SMALL = 256;
    public static final int LARGE = 8;

    private final Arena arena = Arena.ofConfined();
    public final FrameMemory memory;
    public final FramePool pool;
    public final FrameCache cache;

    public Slots() {
        this(SMALL, LARGE);
    }

    public Slots(int small, int large) {
        this.memory = FrameMemory.allocate(arena, small, large);
        this.pool = new FramePool(memory);
        this.cache = pool.newCache();
    }

    public long frame(byte[] frame) {
        long descriptor = cache.allocate(frame.length);
        RawMemory.put(memory.frameAddress(descriptor), frame);
        return descriptor;
    }

    /** A frame with {@code virtioHeader} beside it. */
    public long offloaded(byte[] virtioHeader, byte[] frame) {
        long descriptor = frame(frame) | Descriptor.OFFLOAD;
        RawMemory.put(memory.virtioHeaderAddress(descriptor), virtioHeader);
        return descriptor;
    }

    public byte[] bytes(long descriptor) {
        return RawMemory.get(memory.frameAddress(descriptor), Descriptor.length(descriptor));
    }

    public List<byte[]> bytesAndFree(long[] descriptors, int count) {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(bytes(descriptors[i]));
            cache.free(descriptors[i]);
        }
        return frames;
    }

    public void assertWhole() {
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
