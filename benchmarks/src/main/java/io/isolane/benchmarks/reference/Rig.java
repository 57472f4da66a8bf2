package io.isolane.benchmarks.reference;

/** A switch that has learnt all stations, and its generator and sink, all of them one thread's. Confined to that thread. */
public interface Rig extends AutoCloseable {
    /** Lets flows send a burst each, in turn, and the switch forward it, so many times; returns the frames that entered. */
    long run(int steps);

    /** Frames that the switch dropped since it started. */
    long dropped();

    @Override
    void close();
}
