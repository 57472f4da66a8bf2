package io.isolane.dataplane.port.kernel;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.linux.Awaited;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Slots;
import io.isolane.dataplane.port.Wakeup;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

/** What a port has of its worker, and the worker's part played by hand. */
public final class TestWorker implements AutoCloseable {
    private static final int MAX_FRAME = 1514;

    private final Arena arena = Arena.ofConfined();
    private final PortCounters counters = PortCounters.allocate(arena);
    private final Slots slots;

    public TestWorker(int smallSlots, int largeSlots) {
        this.slots = new Slots(smallSlots, largeSlots);
    }

    public TestWorker() {
        this(256, 64);
    }

    public <P extends Port> P open(P port) {
        port.open(new PortContext(slots.memory, slots.cache, counters, Wakeup.none(), MAX_FRAME));
        return port;
    }

    public FrameMemory memory() {
        return slots.memory;
    }

    public PortCounters counters() {
        return counters;
    }

    /** A new frame with these bytes. */
    public long frame(byte[] bytes) {
        return slots.frame(bytes);
    }

    public byte[] bytes(long frame) {
        return slots.bytes(frame);
    }

    /** The bytes of a frame, which is freed. */
    public byte[] consume(long frame) {
        byte[] bytes = bytes(frame);
        slots.cache.free(frame);
        return bytes;
    }

    /** Transmits frames; how many the port took. What it did not take is freed. */
    public int transmit(Port port, long... frames) {
        int taken = port.transmit(frames, frames.length);
        slots.cache.free(frames, taken, frames.length);
        return taken;
    }

    /** Polls until so many frames have come; they are the caller's. */
    public List<Long> receive(Port port, int count) {
        List<Long> all = new ArrayList<>();
        long[] frames = new long[count];
        Awaited.that(count + " frames arrive", () -> {
            int taken = port.receive(frames, count - all.size());
            for (int i = 0; i < taken; i++) {
                all.add(frames[i]);
            }
            return all.size() == count;
        });
        return all;
    }

    /** Forwards what has arrived at one port to the other, once; the longest frame that passed. */
    public int forward(Port from, Port to, long[] frames) {
        int count = from.receive(frames, frames.length);
        int longest = 0;
        for (int i = 0; i < count; i++) {
            longest = Math.max(longest, Descriptor.length(frames[i]));
        }
        slots.cache.free(frames, to.transmit(frames, count), count);
        return longest;
    }

    /** Fails the test unless every slot is free again: ports are closed before. */
    @Override
    public void close() {
        slots.close();
        arena.close();
    }
}
