package io.isolane.tools.bench.trial;

import java.time.Duration;
import java.util.List;

/**
 * One trial: a number of frames of some streams, offered at a rate (RFC 2285, 3.5: intended load). Immutable.
 *
 * @param streams what is sent; their shares divide the frames
 * @param rate intended load in frames a second, of all streams together; {@link #BACK_TO_BACK} for as fast as the tester can
 * @param count frames in all
 */
public record TrialSpec(List<Stream> streams, FrameMix frames, double rate, long count) {
    /** A rate: no gap at all between the frames. */
    public static final double BACK_TO_BACK = Double.POSITIVE_INFINITY;

    /**
     * Checks what a tester depends on.
     *
     * @throws IllegalArgumentException if there is no stream, no frame or no rate
     */
    public TrialSpec {
        streams = List.copyOf(streams);
        if (streams.isEmpty() || count < 1 || Double.isNaN(rate) || rate <= 0) {
            throw new IllegalArgumentException(
                    streams.size() + " streams, " + count + " frames, " + rate + " frames/s: each must be positive");
        }
    }

    /** A trial that sends for {@code duration}, at least one frame. */
    public static TrialSpec lasting(Duration duration, List<Stream> streams, FrameMix frames, double rate) {
        return new TrialSpec(streams, frames, rate, Math.max(1, Math.round(duration.toNanos() / 1e9 * rate)));
    }

    /** How long sending should take; zero when it is back-to-back. */
    public Duration duration() {
        return Duration.ofNanos(Math.round(count / rate * 1e9));
    }
}
