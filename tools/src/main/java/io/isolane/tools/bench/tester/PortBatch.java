package io.isolane.tools.bench.tester;

import io.isolane.core.memory.FrameCache;

/** Frames on their way into one port, handed over together. Confined to its thread; allocates nothing after construction. */
final class PortBatch {
    private final int port;
    private final long[] frames;
    private final int[] streams;
    private final long[] sent;
    private int size;

    /**
     * An empty batch.
     *
     * @param sent for each stream the frames that a port took, to be counted up
     */
    PortBatch(int port, int capacity, long[] sent) {
        this.port = port;
        this.frames = new long[capacity];
        this.streams = new int[capacity];
        this.sent = sent;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(long frame, int stream) {
        frames[size] = frame;
        streams[size] = stream;
        size++;
    }

    /** Gives the frames to the port and keeps those it does not take; returns how many it took. */
    int flush(Line line) {
        TestPort to = line.port(port);
        long refusedBefore = to.refused();
        int taken = to.send(frames, size);
        for (int i = 0; i < taken; i++) {
            sent[streams[i]]++;
        }
        for (long i = to.refused() - refusedBefore; i > 0 && taken > 0; i--) {
            sent[streams[taken - 1]]--;
        }
        size -= taken;
        if (size > 0) {
            System.arraycopy(frames, taken, frames, 0, size);
            System.arraycopy(streams, taken, streams, 0, size);
        }
        return taken;
    }

    /** Gives the frames that are left up. */
    void drop(FrameCache cache) {
        cache.free(frames, 0, size);
        size = 0;
    }
}
