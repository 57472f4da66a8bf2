package io.isolane.dataplane.port;

/**
 * Where frames enter and leave a switch, in batches.
 *
 * <p>A port belongs to one worker, which alone calls {@link #open}, {@link #receive}, {@link #transmit} and {@link #close}.
 * None of receive and transmit throws, logs or waits: a device that fails makes {@link #status} say so, and the other ports go
 * on.
 */
public interface Port extends AutoCloseable {
    /** A {@link #readyDescriptor} of a port that has none. */
    int NO_DESCRIPTOR = -1;

    /** The name in configuration, counters and messages. Any thread. */
    String name();

    /** Called once, before the first batch, with what the port needs of its worker. */
    void open(PortContext context);

    /**
     * Takes what has arrived.
     *
     * @param frames filled from 0 on with descriptors, which the caller owns from then on
     * @param max most frames to take, at most {@code frames.length}
     * @return frames taken
     */
    int receive(long[] frames, int max);

    /**
     * Sends {@code frames[0..count)}, in order. A tag that travels beside a frame is written where the wire needs it; the bytes of
     * the frame are never written.
     *
     * @return how many of the first frames the port took; those are no longer the caller's, the rest still are, and all of them
     *     if the port breaks its contract and throws
     */
    int transmit(long[] frames, int count);

    /** How the port is. Any thread. */
    PortStatus status();

    /** True if frames with a pending checksum or segmentation may be transmitted as they are; else they are finished before. */
    default boolean takesOffload() {
        return false;
    }

    /** A file descriptor that polls readable when {@link #receive} has something, or {@link #NO_DESCRIPTOR}. */
    default int readyDescriptor() {
        return NO_DESCRIPTOR;
    }

    /** True if {@link #receive} would find something now; asked before the worker sleeps. */
    default boolean isReady() {
        return false;
    }

    /** Gives back every frame and device the port holds. */
    @Override
    void close();
}
