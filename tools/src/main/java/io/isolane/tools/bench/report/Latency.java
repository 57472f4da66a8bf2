package io.isolane.tools.bench.report;

import io.isolane.tools.bench.rig.DeliveryFaults;
import io.isolane.tools.bench.rig.LatencyResult;
import org.HdrHistogram.Histogram;

/**
 * Nanoseconds from the moment a frame should have been sent until it was received, every frame counted. Immutable.
 *
 * @param hiccupP999Nanos how late the sending thread itself was in the same seconds, 99.9th percentile by time
 * @param hiccupMaxNanos the same, longest
 * @param switchHiccupP999Nanos the same of the switch's thread, 99.9th percentile by time
 * @param switchHiccupMaxNanos the same, longest
 * @param intended frames that should have been sent
 * @param sent frames that were
 * @param rate frames a second that were sent
 */
public record Latency(
        long p50Nanos,
        long p99Nanos,
        long p999Nanos,
        long p9999Nanos,
        long maxNanos,
        long hiccupP999Nanos,
        long hiccupMaxNanos,
        long switchHiccupP999Nanos,
        long switchHiccupMaxNanos,
        long intended,
        long sent,
        double rate,
        DeliveryFaults faults) {
    private static final double P999 = 99.9;

    public static Latency of(LatencyResult result) {
        Histogram values = result.latency();
        Histogram hiccups = result.hiccups();
        Histogram switchHiccups = result.switchHiccups();
        return new Latency(
                values.getValueAtPercentile(50),
                values.getValueAtPercentile(99),
                values.getValueAtPercentile(P999),
                values.getValueAtPercentile(99.99),
                values.getMaxValue(),
                hiccups.getValueAtPercentile(P999),
                hiccups.getMaxValue(),
                switchHiccups.getValueAtPercentile(P999),
                switchHiccups.getMaxValue(),
                result.intended(),
                result.sent(),
                result.rate(),
                result.faults());
    }
}
