package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;

/** One search for the longest burst: halving between one that arrived whole and one that did not. Confined to its thread. */
final class BurstSearch {
    private final Pattern pattern;
    private final Conditions conditions;
    private final long most;
    private long low;
    private long high;
    private double burstRate;

    /** A search among bursts of 1 to {@code most} frames. */
    BurstSearch(Pattern pattern, Conditions conditions, long most) {
        this.pattern = pattern;
        this.conditions = conditions;
        this.most = most;
        this.high = most + 1;
    }

    void run(Trials trials, String note) throws InterruptedException {
        long burst = most;
        while (high - low > Math.max(1, conditions.profile().resolution() * high)) {
            TrialResult result = trials.run(
                    new TrialSpec(pattern.streams(), conditions.frames(), TrialSpec.BACK_TO_BACK, burst), note);
            burstRate = Math.max(
                    burstRate, result.sendSeconds() > 0 ? result.total().sent() / result.sendSeconds() : 0);
            if (result.isLossless()) {
                low = burst;
            } else {
                high = burst;
            }
            if (result.total().received() == 0) {
                high = Math.min(high, 2);
            }
            burst = Math.max(1, (low + high) / 2);
        }
    }

    /** Frames of the longest burst that arrived whole, 0 if none did. */
    long longest() {
        return low;
    }

    /** Whether the longest burst there is arrived whole. */
    boolean isUnbounded() {
        return low == most;
    }

    /** Frames a second within the fastest of the bursts. */
    double burstRate() {
        return burstRate;
    }
}
