package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.trial.FrameMix;
import java.time.Duration;

/** Conditions that are over in milliseconds, for tests. */
public final class Brief {
    /** Trials of 20 ms, bounds within 1 %. */
    public static final Profile PROFILE = new Profile(
            "brief",
            Duration.ofMillis(20),
            0.01,
            Duration.ofMillis(5),
            2,
            Duration.ofMillis(5),
            2,
            Duration.ofMillis(50),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ZERO);

    private static final Duration NO_TIME = Duration.ZERO;
    private static final Duration FORGETTING = Duration.ofSeconds(5);

    private Brief() {}

    /** The same for a real device, which needs no pauses. */
    public static Conditions unhurried(double maximum) {
        return lasting(PROFILE.trial(), maximum);
    }

    /** The same with trials of another length. */
    public static Conditions lasting(Duration trial, double maximum) {
        Profile profile = new Profile(
                "brief",
                trial,
                0.01,
                PROFILE.latencyTrial(),
                1,
                PROFILE.burst(),
                1,
                PROFILE.overload(),
                NO_TIME,
                NO_TIME,
                NO_TIME);
        return new Conditions(profile, FrameMix.of(64), 64, 1, maximum, "--max-rate", FORGETTING);
    }

    /** Frames of 64 bytes, 64 stations, at most {@code maximum} frames a second. */
    public static Conditions conditions(double maximum) {
        return new Conditions(PROFILE, FrameMix.of(64), 64, 1, maximum, "--max-rate", FORGETTING);
    }
}
