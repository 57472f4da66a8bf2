package io.isolane.tools.bench.tester;

import io.isolane.tools.bench.trial.TrialSpec;

/** When each frame of a trial should start. Immutable. */
final class Pace {
    private static final double NANOS = 1e9;

    private final long start;
    private final double gap;
    private final long step;
    private final double stepAt;
    private final double stepGap;

    /** The frames of {@code spec}, the first of them at {@code start} in nanoseconds. */
    Pace(TrialSpec spec, long start) {
        this.start = start;
        this.gap = NANOS / spec.rate();
        TrialSpec.Step other = spec.step();
        this.step = other == null ? Long.MAX_VALUE : other.frame();
        this.stepAt = other == null ? 0 : other.frame() * gap;
        this.stepGap = other == null ? 0 : NANOS / other.rate();
    }

    /** Nanoseconds of the clock; that of the start for all frames if they come back to back. */
    long intended(long frame) {
        double since = frame <= step ? frame * gap : stepAt + (frame - step) * stepGap;
        return start + (long) since;
    }
}
