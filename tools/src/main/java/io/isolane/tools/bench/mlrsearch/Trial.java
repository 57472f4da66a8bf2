package io.isolane.tools.bench.mlrsearch;

import java.time.Duration;

/**
 * A trial and what came of it (RFC 9971: Trial Result). Its effective duration is its intended one. Immutable.
 *
 * @param load intended load, frames a second
 * @param duration intended length
 * @param lossRatio share of the intended frames that did not arrive, from 0 to 1
 */
public record Trial(double load, Duration duration, double lossRatio) {
    /** Frames a second that arrived (RFC 9971: Trial Forwarding Rate). */
    public double forwardingRate() {
        return load * (1 - lossRatio);
    }

    double nanos() {
        return duration.toNanos();
    }
}
