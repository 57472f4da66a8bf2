package io.isolane.tools.bench.trial;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What came of a trial. Immutable; its histograms are not to be written.
 *
 * @param spec what was asked for
 * @param streams one result for each stream, in their order
 * @param sendSeconds from the trial's start until the last frame was sent
 * @param receiveSeconds from the first frame's arrival until the last one's
 * @param lastLossSeconds when the last frame that was lost should have been sent, since the trial's start; 0 if none was lost
 * @param latency nanoseconds from a frame's intended start until it arrived, every copy that belongs counted
 * @param senderLateness nanoseconds by which the tester's own thread was late, by share of the time
 * @param deviceLateness the same of the device's thread, where the tester can watch it; else empty
 * @param unsent frames whose turn did not come, since the tester gave up before
 * @param foreign frames that the tester did not send: neighbour discovery and the like, or a device that speaks by itself
 */
public record TrialResult(
        TrialSpec spec,
        List<StreamResult> streams,
        double sendSeconds,
        double receiveSeconds,
        double lastLossSeconds,
        Histogram latency,
        Histogram senderLateness,
        Histogram deviceLateness,
        long unsent,
        long foreign) {
    /** So much of a load must have been offered for a trial to say something about it. */
    private static final double OFFERED = 0.99;
    /** Where a tester falls behind evenly, the frame in the middle is late by half of what the last one is. */
    private static final double GOOD_PART = 0.25;

    public TrialResult {
        streams = List.copyOf(streams);
    }

    /** Of a trial in which each frame had its turn. */
    public TrialResult(
            TrialSpec spec,
            List<StreamResult> streams,
            double sendSeconds,
            double receiveSeconds,
            double lastLossSeconds,
            Histogram latency,
            Histogram senderLateness,
            Histogram deviceLateness,
            long foreign) {
        this(
                spec,
                streams,
                sendSeconds,
                receiveSeconds,
                lastLossSeconds,
                latency,
                senderLateness,
                deviceLateness,
                0,
                foreign);
    }

    /** All streams together. */
    public StreamResult total() {
        return streams.stream().reduce(StreamResult.NONE, StreamResult::plus);
    }

    /**
     * The share of what should have arrived that did not, from 0 to 1. Frames that the tester could not send count as lost too, so that a load
     * that it cannot offer never passes (RFC 9971: the loss is of the intended count).
     */
    public double lossRatio() {
        StreamResult total = total();
        double copies = total.sent() == 0 ? 1 : total.expected() / (double) total.sent();
        double intended = total.intended() * copies;
        return intended == 0 ? 0 : Math.max(0, 1 - total.received() / intended);
    }

    /** Whether every frame was sent, and arrived wherever it belongs. */
    public boolean isLossless() {
        StreamResult total = total();
        return total.lost() == 0 && total.sent() == total.intended();
    }

    /**
     * Whether the tester kept to the load: it gave up no frame before its turn, and was not too late with the others. After a pause it may catch up, and if the pause was at the end the last frames may be late; but
     * it must not have fallen behind more and more, so that half of the frames were late by a good part of what the last one was. A trial
     * without gaps has no load to keep to.
     */
    public boolean isOffered() {
        double behind = sendSeconds * (1 - offeredShare());
        double median = latency.getTotalCount() == 0 ? behind : latency.getValueAtPercentile(50) / 1e9;
        return unsent == 0 && (offeredShare() >= OFFERED || median < behind * GOOD_PART);
    }

    /**
     * As {@link #lossRatio}, but of a load that was not {@linkplain #isOffered offered} what is missing of it is lost too (RFC 9971: Measurer).
     */
    public double lossRatioOfLoad() {
        return isOffered() ? lossRatio() : 1 - (1 - lossRatio()) * offeredShare();
    }

    /** Frames a second that arrived: over the intended length of the trial, or the real one where that was longer. */
    public double forwardingRate() {
        double intended = spec.seconds(spec.count());
        double seconds = intended == 0 ? receiveSeconds : Math.max(sendSeconds, intended);
        return seconds == 0 ? 0 : total().received() / seconds;
    }

    private double offeredShare() {
        double intended = spec.seconds(spec.count());
        return intended == 0 || sendSeconds <= intended ? 1 : intended / sendSeconds;
    }
}
