package io.isolane.benchmarks.latency;

import io.isolane.tools.bench.rig.LatencyResult;

/**
 * What one subject showed in one turn.
 *
 * @param result of every frame of the turn
 * @param dropped frames that the subject dropped, while it learnt too
 * @param roundTripNanos a cache line from one of the two processors to the other and back, measured just before
 */
record Turn(LatencyResult result, long dropped, double roundTripNanos) {
    /** Nanoseconds that so many per cent of the frames took at most; 100 for all of them. */
    double latency(double percentile) {
        return (double) result.latency().getValueAtPercentile(percentile);
    }

    /** By how many nanoseconds the sender was late at most in so many per cent of the time. */
    double senderLate(double percentile) {
        return (double) result.hiccups().getValueAtPercentile(percentile);
    }

    /** The same of the thread between the ports. */
    double switchLate(double percentile) {
        return (double) result.switchHiccups().getValueAtPercentile(percentile);
    }

    /** The median latency in cache-line round trips. */
    double trips() {
        return latency(50) / roundTripNanos;
    }
}
