package io.isolane.tools.bench.tester;

/**
 * Holds a port to a rate: no more frames are taken from it than a wire of that rate would have carried away. Credit that was not used is lost but
 * for a small burst. Confined to its thread.
 */
final class Drain {
    /** Frames that may be taken at once after a while without any. */
    private static final double BURST = 32;

    private final double framesPerNano;
    private final boolean isOpen;
    private double credit = 1;
    private long last;

    /** A drain of so many frames a second, infinitely many for none at all, that begins at {@code start}. */
    Drain(double rate, long start) {
        this.framesPerNano = rate / 1e9;
        this.isOpen = Double.isInfinite(rate);
        this.last = start;
    }

    /** How many frames may be taken now, at most {@code max}. */
    int allowance(long now, int max) {
        if (isOpen) {
            return max;
        }
        credit = Math.min(BURST, credit + (now - last) * framesPerNano);
        last = now;
        return (int) Math.min(max, credit);
    }

    /** So many were. */
    void take(int frames) {
        credit -= isOpen ? 0 : frames;
    }
}
