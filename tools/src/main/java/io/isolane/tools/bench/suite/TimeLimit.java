package io.isolane.tools.bench.suite;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long a search may go on though it has not found everything. Confined to its thread. */
public final class TimeLimit {
    private final Duration length;
    private final LongSupplier nanoTime;
    private final long start;

    /** A limit that begins now. */
    public TimeLimit(Duration length, LongSupplier nanoTime) {
        this.length = length;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Whether the time is up. */
    public boolean isOver() {
        return !hasRoomFor(0);
    }

    /** Whether something that takes so many seconds would end in time. */
    public boolean hasRoomFor(double seconds) {
        return nanoTime.getAsLong() - start + seconds * 1e9 < length.toNanos();
    }

    /** The time that there was. */
    public Duration length() {
        return length;
    }
}
