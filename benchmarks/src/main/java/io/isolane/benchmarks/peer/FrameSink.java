package io.isolane.benchmarks.peer;

/** Who takes frames that left a switch. */
@FunctionalInterface
public interface FrameSink {
    /** One frame: its two addresses and its length in bytes without frame check sequence. */
    void frame(long destination, long source, int length);
}
