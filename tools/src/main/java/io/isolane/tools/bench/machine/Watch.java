package io.isolane.tools.bench.machine;

import org.HdrHistogram.Histogram;

/** A watch on a thread that comes round again and again: how late it is. For one thread, another than the watched. */
public interface Watch {
    /** Watches from now on. */
    void begin();

    /**
     * Ends what {@link #begin} began.
     *
     * @return how late the thread was, in nanoseconds, by share of the time; empty if it never came round
     */
    Histogram end();

    /** When the thread last came round, in the nanoseconds of {@link System#nanoTime}. */
    long looked();
}
