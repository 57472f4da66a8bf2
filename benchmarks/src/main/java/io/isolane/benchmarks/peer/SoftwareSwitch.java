package io.isolane.benchmarks.peer;

/**
 * A learning switch between ports numbered from 0, whose guests, stages and links are all driven by the calling thread. Confined to that
 * thread.
 */
public interface SoftwareSwitch extends AutoCloseable {
    /**
     * Makes the next {@code count} frames of {@code frames} and hands them to a port, as its guest would.
     *
     * @return how many the port took
     */
    int send(int port, FrameSource frames, int count);

    /** Forwards every frame that waits at a port. */
    void forward();

    /** Takes every frame that left on a port, shows it to {@code sink} and returns how many there were. */
    int receive(int port, FrameSink sink);

    @Override
    void close();
}
