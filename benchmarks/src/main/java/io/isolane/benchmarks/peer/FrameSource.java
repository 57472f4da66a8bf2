package io.isolane.benchmarks.peer;

import io.isolane.tools.bench.rig.FrameLengths;
import java.util.stream.IntStream;

/** Headers and lengths of frames, which take turns without end. Confined to its thread; allocates nothing after construction. */
public final class FrameSource {
    private final long[] destinations;
    private final long[] sources;
    private final int[] lengths;
    private int station = -1;
    private int turn = -1;

    /** Frames from {@code sources[i]} to {@code destinations[i]}, in that order. */
    public FrameSource(long[] destinations, long[] sources, FrameLengths lengths) {
        this.destinations = destinations.clone();
        this.sources = sources.clone();
        this.lengths = IntStream.range(0, lengths.count()).map(lengths::at).toArray();
    }

    /** Goes on to the next frame, which the other methods then describe. */
    public void next() {
        station = station + 1 == sources.length ? 0 : station + 1;
        turn = turn + 1 == lengths.length ? 0 : turn + 1;
    }

    public long destination() {
        return destinations[station];
    }

    public long source() {
        return sources[station];
    }

    /** Bytes without frame check sequence. */
    public int length() {
        return lengths[turn];
    }
}
