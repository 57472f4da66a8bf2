package io.isolane.tools.bench.rig;

import io.isolane.tools.bench.machine.Hiccups;
import org.HdrHistogram.Histogram;

/**
 * What latency measurements gave. Values are nanoseconds.
 *
 * @param latency of every frame that arrived, from the moment it should have been sent
 * @param hiccups how late the sending thread itself was at those moments
 * @param intended frames that should have been sent
 * @param sent frames that were
 * @param nanos from the start to the last frame sent
 */
public record LatencyResult(
        Histogram latency, Histogram hiccups, long intended, long sent, long nanos, DeliveryFaults faults) {
    /** No measurement yet. */
    public static LatencyResult none() {
        return new LatencyResult(Hiccups.newHistogram(), Hiccups.newHistogram(), 0, 0, 0, DeliveryFaults.NONE);
    }

    /** Both measurements together. */
    public LatencyResult plus(LatencyResult more) {
        Histogram allLatency = latency.copy();
        allLatency.add(more.latency);
        Histogram allHiccups = hiccups.copy();
        allHiccups.add(more.hiccups);
        return new LatencyResult(
                allLatency,
                allHiccups,
                intended + more.intended,
                sent + more.sent,
                nanos + more.nanos,
                faults.plus(more.faults));
    }

    public long lost() {
        return faults.lost();
    }

    /** Frames a second that were really sent. */
    public double rate() {
        return nanos == 0 ? 0 : sent * 1e9 / nanos;
    }
}
