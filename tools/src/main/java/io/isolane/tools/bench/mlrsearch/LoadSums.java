package io.isolane.tools.bench.mlrsearch;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How much time the trials at one load took, by what they are to a goal (RFC 9971: Load Classification Logic). Immutable.
 *
 * @param goal that classifies them
 * @param fullLow nanoseconds of full-length low-loss trials
 * @param fullHigh nanoseconds of full-length high-loss trials
 * @param shortLow nanoseconds of short low-loss trials
 * @param shortHigh nanoseconds of short high-loss trials
 */
record LoadSums(Goal goal, double fullLow, double fullHigh, double shortLow, double shortHigh) {
    static LoadSums of(Goal goal, Collection<Trial> trials) {
        Predicate<Trial> isFull = goal::isFullLength;
        Predicate<Trial> isHigh = goal::isHighLoss;
        return new LoadSums(
                goal,
                sum(trials, isFull.and(isHigh.negate())),
                sum(trials, isFull.and(isHigh)),
                sum(trials, isFull.or(isHigh).negate()),
                sum(trials, isHigh.and(isFull.negate())));
    }

    /**
     * Classifies the load. Seconds that the goal has not seen yet are taken for high-loss ones, then for low-loss ones: if the load passes
     * either way it is a lower bound, if it fails either way an upper bound. Short trials never help a load to pass; those that lost too
     * much count against it where short trials without such loss do not balance them.
     */
    Bound bound() {
        double tolerated = wholeTime() * goal.exceedRatio();
        if (highLossTime() > tolerated) {
            return Bound.UPPER;
        }
        return wholeTime() - fullLow <= tolerated ? Bound.LOWER : Bound.UNDECIDED;
    }

    /**
     * The forwarding rate to be expected at {@code load} (RFC 9971: Conditional Throughput): that of the full-length trial at the quantile
     * that the goal's exceed ratio names, the seconds not seen yet being taken for lost.
     */
    double conditionalThroughput(double load, Collection<Trial> trials) {
        double remaining = Math.max(goal.sumNanos(), fullLow + fullHigh) * (1 - goal.exceedRatio());
        for (Trial trial : byLoss(trials)) {
            remaining -= trial.nanos();
            if (remaining <= 0) {
                return load * (1 - trial.lossRatio());
            }
        }
        return 0;
    }

    private List<Trial> byLoss(Collection<Trial> trials) {
        return trials.stream()
                .filter(goal::isFullLength)
                .sorted(Comparator.comparingDouble(Trial::lossRatio))
                .toList();
    }

    private double highLossTime() {
        double balance = shortLow * goal.exceedRatio() / (1 - goal.exceedRatio());
        return fullHigh + Math.max(0, shortHigh - balance);
    }

    private double wholeTime() {
        return Math.max(fullLow + highLossTime(), goal.sumNanos());
    }

    private static double sum(Collection<Trial> trials, Predicate<Trial> which) {
        return trials.stream().filter(which).mapToDouble(Trial::nanos).sum();
    }
}
