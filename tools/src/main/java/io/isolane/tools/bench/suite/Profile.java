package io.isolane.tools.bench.suite;

import java.time.Duration;

/**
 * How long a suite may take: the shorter, the rougher. Immutable.
 *
 * @param name as the command line has it
 * @param trial how long a trial sends (RFC 2544, 24: at least 60 s for a final one)
 * @param resolution at which a search ends: the distance of its bounds as a share of the upper one
 * @param latencyTrial how long one latency trial sends (RFC 2544, 26.2: at least 120 s)
 * @param latencyTrials of each rate (RFC 2544, 26.2: at least 20)
 * @param burst the longest burst that back-to-back tries (RFC 2544, 26.4: at least 2 s)
 * @param bursts trials that a back-to-back value is the mean of (RFC 2544, 26.4: at least 50)
 * @param overload how long a device is overloaded before it may recover (RFC 2544, 26.5: at least 60 s)
 * @param learnt pause after learning frames (RFC 2544, 23: 2 s)
 * @param rested pause after a trial (RFC 2544, 23: 5 s)
 * @param stragglers how long the tester waits for frames that are missing (RFC 2544, 23: 2 s)
 */
public record Profile(
        String name,
        Duration trial,
        double resolution,
        Duration latencyTrial,
        int latencyTrials,
        Duration burst,
        int bursts,
        Duration overload,
        Duration learnt,
        Duration rested,
        Duration stragglers) {
    private static final int AGAIN = 3;

    /** A look: RFC 2544 in memory, all modes, within about two minutes. */
    public static final Profile QUICK = new Profile(
            "quick",
            Duration.ofMillis(250),
            0.02,
            Duration.ofMillis(400),
            1,
            Duration.ofMillis(100),
            2,
            Duration.ofMillis(400),
            Duration.ofMillis(10),
            Duration.ofMillis(10),
            Duration.ofMillis(50));

    /** Good for a comparison on a machine that does nothing else; minutes. */
    public static final Profile DEFAULT = new Profile(
            "default",
            Duration.ofSeconds(2),
            0.01,
            Duration.ofSeconds(5),
            3,
            Duration.ofMillis(500),
            10,
            Duration.ofSeconds(5),
            Duration.ofMillis(100),
            Duration.ofMillis(100),
            Duration.ofMillis(500));

    /** The RFCs' own durations; hours. */
    public static final Profile FULL = new Profile(
            "full",
            Duration.ofSeconds(60),
            0.005,
            Duration.ofSeconds(120),
            20,
            Duration.ofSeconds(2),
            50,
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2));

    /**
     * Checks what a search depends on.
     *
     * @throws IllegalArgumentException if a trial would take no time, or the resolution is not between 0 and 1
     */
    public Profile {
        if (trial.isZero() || latencyTrial.isZero() || burst.isZero() || overload.isZero()) {
            throw new IllegalArgumentException("the profile " + name + " has a trial without duration");
        }
        if (!(resolution > 0 && resolution < 1) || latencyTrials < 1 || bursts < 1) {
            throw new IllegalArgumentException("the profile " + name + " has a resolution of " + resolution + ", "
                    + latencyTrials + " latency trials and " + bursts + " bursts");
        }
    }

    /** A trial that sends for so long, with all pauses before and after it. */
    public Duration around(Duration sending) {
        return sending.plus(learnt).plus(rested).plus(stragglers);
    }

    /** Halvings until the bounds of a search are as near as the resolution asks, and the first trial at the upper bound. */
    public int searchTrials() {
        return 1 + (int) Math.ceil(Math.log(1 / resolution) / Math.log(2));
    }

    /** About how long a search for a rate takes, in which some loads are tried again because the tester did not keep to them. */
    public Duration search() {
        return around(trial).multipliedBy(searchTrials() + (long) AGAIN);
    }
}
