package io.isolane.tools.bench.mlrsearch;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a load must fulfil (RFC 9971: Search Goal), and how precisely its limit is wanted. Immutable.
 *
 * @param name what reports call it
 * @param lossRatio a trial that loses a larger share than this is a high-loss trial, from 0 to below 1
 * @param exceedRatio share of the time that may be spent in high-loss trials, from 0 to below 1
 * @param initialTrial shortest trial that is worth while for this goal
 * @param finalTrial trials of at least this length count in full; shorter ones are short trials
 * @param durationSum seconds of full-length trials that always settle a load
 * @param width largest distance of the two bounds, as a share of the upper one
 */
public record Goal(
        String name,
        double lossRatio,
        double exceedRatio,
        Duration initialTrial,
        Duration finalTrial,
        Duration durationSum,
        double width) {
    /** Non-drop rate, with FD.io CSIT's figures: 21 trials of a second, of which half may lose something. */
    public static final Goal NDR = csit("NDR", 0);

    /** Partial drop rate, with FD.io CSIT's figures: as {@link #NDR}, with half a percent of loss. */
    public static final Goal PDR = csit("PDR", 0.005);

    /** Throughput as RFC 2544, 24, has it: one trial of 60 seconds without any loss (RFC 9971: MLRsearch Compliant with RFC 2544). */
    public static final Goal RFC2544 =
            new Goal("RFC2544", 0, 0, Duration.ofSeconds(1), Duration.ofSeconds(60), Duration.ofSeconds(60), 0.005);

    /** Coarser goals that come before the goal itself, as in CSIT. */
    private static final int PRECEDING = 2;

    /**
     * Checks that a search for it can end.
     *
     * @throws IllegalArgumentException if a ratio is not from 0 to below 1, the width is not between them, or the durations do not grow from the
     *     initial trial over the final one to the sum
     */
    public Goal {
        if (!isShare(lossRatio) || !isShare(exceedRatio) || !isShare(width) || width == 0) {
            throw new IllegalArgumentException(name + ": loss ratio " + lossRatio + ", exceed ratio " + exceedRatio
                    + " and width " + width + " must be from 0 to below 1, and the width not 0");
        }
        if (!initialTrial.isPositive()
                || initialTrial.compareTo(finalTrial) > 0
                || finalTrial.compareTo(durationSum) > 0) {
            throw new IllegalArgumentException(name + ": trials from " + initialTrial + " to " + finalTrial + ", "
                    + durationSum + " in all: each must be positive and no longer than the next");
        }
    }

    /** The same with all durations divided by {@code divisor}, and a name that says so. */
    public Goal scaled(int divisor) {
        return new Goal(
                name + "/" + divisor,
                lossRatio,
                exceedRatio,
                initialTrial.dividedBy(divisor),
                finalTrial.dividedBy(divisor),
                durationSum.dividedBy(divisor),
                width);
    }

    /** True if {@code trial} is a high-loss trial for this goal. */
    boolean isHighLoss(Trial trial) {
        return trial.lossRatio() > lossRatio;
    }

    /** True if {@code trial} is a full-length trial for this goal. */
    boolean isFullLength(Trial trial) {
        return trial.duration().compareTo(finalTrial) >= 0;
    }

    double sumNanos() {
        return durationSum.toNanos();
    }

    /**
     * The goal after coarser ones: each stage halves the distance of the bounds, and wants to see more seconds for it, from {@link #initialTrial()}
     * up to {@link #durationSum()} by equal factors.
     */
    List<Goal> stages() {
        return IntStream.rangeClosed(0, PRECEDING)
                .mapToObj(stage -> stage == PRECEDING ? this : coarser(PRECEDING - stage))
                .toList();
    }

    private Goal coarser(int times) {
        double growth = sumNanos() / initialTrial.toNanos();
        Duration sum = times == PRECEDING
                ? initialTrial
                : Duration.ofNanos(
                        Math.round(initialTrial.toNanos() * Math.pow(growth, 1 - times / (double) PRECEDING)));
        Duration trial = sum.compareTo(finalTrial) < 0 ? sum : finalTrial;
        return new Goal(name, lossRatio, exceedRatio, initialTrial, trial, sum, 1 - Math.pow(1 - width, 1 << times));
    }

    private static Goal csit(String name, double lossRatio) {
        Duration second = Duration.ofSeconds(1);
        return new Goal(name, lossRatio, 0.5, second, second, Duration.ofSeconds(21), 0.005);
    }

    private static boolean isShare(double value) {
        return value >= 0 && value < 1;
    }
}
