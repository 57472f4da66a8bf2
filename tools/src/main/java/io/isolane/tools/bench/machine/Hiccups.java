package io.isolane.tools.bench.machine;

import org.HdrHistogram.Histogram;

/**
 * The machine's own pauses, as a loop that never waits sees them: how late it is for something due every microsecond. A pause of 1 ms
 * makes a thousand of them late, by 1000, 999, 998 ... microseconds, just as it does with frames. Confined to its thread.
 */
public final class Hiccups {
    private static final long PERIOD_NANOS = 1_000;

    private final Histogram lateness = newHistogram();
    private final long start;
    private long due;

    /** Begins at {@code start}, in nanoseconds of any clock. */
    public Hiccups(long start) {
        this.start = start;
        this.due = start + PERIOD_NANOS;
    }

    /** A histogram of nanoseconds up to an hour, exact to three digits. */
    public static Histogram newHistogram() {
        return new Histogram(3_600_000_000_000L, 3);
    }

    /** The loop has come round again. */
    public void observe(long now) {
        while (due - now <= 0) {
            lateness.recordValue(now - due);
            due += PERIOD_NANOS;
        }
    }

    /** Nanoseconds observed. */
    public long span() {
        return due - PERIOD_NANOS - start;
    }

    /** How late, in nanoseconds, by share of the time. */
    public Histogram lateness() {
        return lateness;
    }
}
