package io.isolane.tools.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One trial: a number of frames of some streams, offered at a rate (RFC 2285, 3.5: intended load). Immutable.
 *
 * @param streams what is sent; their shares divide the frames
 * @param rate intended load in frames a second, of all streams together; {@link #BACK_TO_BACK} for as fast as the tester can
 * @param count frames in all
 * @param step another rate from some frame on, or null for one rate throughout
 * @param drains ports from which the tester takes no more than so many frames a second: the line rate that a port in memory has not; a port
 *     that is not named is emptied as fast as the tester can
 */
public record TrialSpec(
        List<Stream> streams,
        FrameMix frames,
        double rate,
        long count,
        @Nullable Step step,
        Map<Integer, Double> drains) {
    /** A rate: no gap at all between the frames. */
    public static final double BACK_TO_BACK = Double.POSITIVE_INFINITY;

    /**
     * Checks what a tester depends on.
     *
     * @throws IllegalArgumentException if there is no stream, no frame or no rate, or a step lies outside the trial
     */
    public TrialSpec {
        streams = List.copyOf(streams);
        drains = Map.copyOf(drains);
        if (streams.isEmpty() || count < 1 || Double.isNaN(rate) || rate <= 0) {
            throw new IllegalArgumentException(
                    streams.size() + " streams, " + count + " frames, " + rate + " frames/s: each must be positive");
        }
        if (step != null && (step.frame() < 1 || step.frame() >= count || !(step.rate() > 0))) {
            throw new IllegalArgumentException(step + " is no step of a trial of " + count + " frames");
        }
        if (drains.values().stream().anyMatch(drain -> !(drain > 0))) {
            throw new IllegalArgumentException(drains + " frames/s taken from ports: each must be positive");
        }
    }

    /** A trial of one rate that takes what comes from every port. */
    public TrialSpec(List<Stream> streams, FrameMix frames, double rate, long count) {
        this(streams, frames, rate, count, null, Map.of());
    }

    /** A trial that sends for {@code duration}, at least one frame. */
    public static TrialSpec lasting(Duration duration, List<Stream> streams, FrameMix frames, double rate) {
        return new TrialSpec(streams, frames, rate, Math.max(1, Math.round(duration.toNanos() / 1e9 * rate)));
    }

    /** The same trial, and then for {@code duration} at {@code next} frames a second without a pause between. */
    public TrialSpec then(Duration duration, double next) {
        long frames2 = Math.max(1, Math.round(duration.toNanos() / 1e9 * next));
        return new TrialSpec(streams, frames, rate, count + frames2, new Step(count, next), drains);
    }

    /** The same trial, in which the tester takes no more than {@code drain} frames a second from each port named. */
    public TrialSpec withDrains(Map<Integer, Double> drain) {
        return new TrialSpec(streams, frames, rate, count, step, drain);
    }

    /** How long sending should take; zero when it is back-to-back. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(seconds(count) * 1e9));
    }

    /** When the frame with this number, counted from 0, is to be sent: seconds since the trial's start. */
    public double seconds(long frame) {
        return step == null || frame <= step.frame()
                ? frame / rate
                : step.frame() / rate + (frame - step.frame()) / step.rate();
    }

    /**
     * Another rate within a trial.
     *
     * @param frame the first frame that comes at the other rate, counted from 0
     * @param rate frames a second from there on
     */
    public record Step(long frame, double rate) {}
}
