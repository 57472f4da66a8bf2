package io.isolane.tools.bench.rig;

import io.isolane.tools.bench.machine.Hiccups;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import org.HdrHistogram.Histogram;

/**
 * What latency measurements gave. Values are nanoseconds.
 *
 * @param latency of every frame that arrived, from the moment it should have been sent
 * @param hiccups how late the sending thread itself was at those moments
 * @param switchHiccups the same of the thread that moves the frames between the ports
 * @param intended frames that should have been sent
 * @param sent frames that were
 * @param nanos from the start to the last frame sent
 */
public record LatencyResult(
        Histogram latency,
        Histogram hiccups,
        Histogram switchHiccups,
        long intended,
        long sent,
        long nanos,
        DeliveryFaults faults) {
    /** No measurement yet. */
    public static LatencyResult none() {
        return new LatencyResult(
                Hiccups.newHistogram(), Hiccups.newHistogram(), Hiccups.newHistogram(), 0, 0, 0, DeliveryFaults.NONE);
    }

    /** What a trial gave. */
    static LatencyResult of(TrialResult trial) {
        StreamResult total = trial.total();
        return new LatencyResult(
                trial.latency(),
                trial.senderLateness(),
                trial.deviceLateness(),
                total.intended(),
                total.sent(),
                Math.round(trial.sendSeconds() * 1e9),
                new DeliveryFaults(total.lost(), total.duplicates(), total.reordered(), total.misdirected()));
    }

    /** Both measurements together. */
    public LatencyResult plus(LatencyResult more) {
        return new LatencyResult(
                sum(latency, more.latency),
                sum(hiccups, more.hiccups),
                sum(switchHiccups, more.switchHiccups),
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

    private static Histogram sum(Histogram one, Histogram other) {
        Histogram both = one.copy();
        both.add(other);
        return both;
    }
}
