package io.isolane.tools.regress.verdict;

import io.isolane.tools.bench.report.Median;
import java.util.Arrays;

/**
 * By how much one side lies above the other, and which other shifts the values do not refuse. Immutable.
 *
 * <p>Every pair of observations proposes a shift: unpaired, each difference of a value of one side and one of the other; paired, each mean of two
 * differences within pairs (Walsh's averages, each difference with itself among them). The median of the proposals is the estimate of Hodges and Lehmann,
 * Annals of Mathematical Statistics 34 (1963). How many proposals lie below the true shift is the statistic of Mann and Whitney, or of
 * Wilcoxon's signed ranks, whose distribution is counted exactly; so the k-th proposals from both ends enclose the shift with a confidence that is known.
 */
final class Shifts {
    private final double[] proposals;
    private final double[] atMost;

    private Shifts(double[] proposals, double[] chances) {
        Arrays.sort(proposals);
        this.proposals = proposals;
        this.atMost = chances;
        Arrays.parallelPrefix(atMost, Double::sum);
    }

    /** From values that belong together by place. */
    static Shifts paired(double[] before, double[] after) {
        int pairs = before.length;
        double[] averages = new double[pairs * (pairs + 1) / 2];
        int next = 0;
        for (int one = 0; one < pairs; one++) {
            for (int other = 0; other <= one; other++) {
                averages[next++] = (after[one] - before[one] + after[other] - before[other]) / 2;
            }
        }
        return new Shifts(averages, RankSums.signed(pairs));
    }

    /** From values of two sides that are independent of each other. */
    static Shifts unpaired(double[] before, double[] after) {
        double[] differences = new double[before.length * after.length];
        for (int one = 0; one < after.length; one++) {
            for (int other = 0; other < before.length; other++) {
                differences[one * before.length + other] = after[one] - before[other];
            }
        }
        return new Shifts(differences, RankSums.ofTwo(before.length, after.length));
    }

    double estimate() {
        return Median.of(proposals);
    }

    /** The lower end of the interval that misses the shift with a chance of at most {@code miss}. */
    double low(double miss) {
        int outside = outside(miss);
        return outside == 0 ? Double.NEGATIVE_INFINITY : proposals[outside - 1];
    }

    /** The upper end of that interval. */
    double high(double miss) {
        int outside = outside(miss);
        return outside == 0 ? Double.POSITIVE_INFINITY : proposals[proposals.length - outside];
    }

    /** The least miss whose interval excludes zero: the chance, without any shift, of values at least so one-sided. */
    double pValue() {
        long notAbove = Arrays.stream(proposals).filter(shift -> shift <= 0).count();
        long notBelow = Arrays.stream(proposals).filter(shift -> shift >= 0).count();
        return Math.min(1, 2 * atMost[Math.toIntExact(Math.min(notAbove, notBelow))]);
    }

    /** Which proposal from each end is the interval's. */
    private int outside(double miss) {
        int outside = 0;
        while (outside < proposals.length && 2 * atMost[outside] <= miss) {
            outside++;
        }
        return outside;
    }
}
