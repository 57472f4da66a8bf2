package io.isolane.tools.bench.peers.peer;

/**
 * How far a switch had come at some moment. Immutable.
 *
 * @param frames that had entered it, since whenever
 * @param nanos the moment, by a clock that all samples of a switch share
 */
public record Sample(long frames, long nanos) {
    /** Frames a second from {@code earlier} to this one; not a number if no time went by. */
    public double rateSince(Sample earlier) {
        return nanos == earlier.nanos() ? Double.NaN : (frames - earlier.frames()) * 1e9 / (nanos - earlier.nanos());
    }
}
