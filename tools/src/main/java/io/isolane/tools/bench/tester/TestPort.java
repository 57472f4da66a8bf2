package io.isolane.tools.bench.tester;

/** The tester's end of one port of the device. Confined to the tester's thread; neither method waits or throws. */
public interface TestPort {
    /**
     * Gives {@code frames[0..count)} to the device, in order.
     *
     * @return how many of the first it took; the rest are still the caller's
     */
    int send(long[] frames, int count);

    /** Takes up to {@code max} frames that came from the device into {@code frames[0..n)} and returns n; the caller frees them. */
    int receive(long[] frames, int max);

    /** How many of the frames it took so far went nowhere, since no such frame can be put on its wire: one without a whole header, say. */
    default long refused() {
        return 0;
    }
}
