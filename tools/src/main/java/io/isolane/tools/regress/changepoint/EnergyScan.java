package io.isolane.tools.regress.changepoint;

import java.util.Arrays;

/**
 * Looks for the place of a sequence where what follows differs most from what went before, as the energy statistic measures it:
 * the mean distance of pairs across the place, less the mean distances of pairs within either side, scaled by the sizes (Matteson and James,
 * <i>A Nonparametric Approach for Multiple Change Point Analysis of Multivariate Data</i>, Journal of the American Statistical Association 109 (2014),
 * equations 5 to 7). What follows may end before the sequence does, so that a change which was undone later does not hide itself.
 * Confined to its thread; it can be asked again.
 *
 * <p>{@code n} values take {@code n * n} steps and two arrays: the sum of the distances between the first {@code k} values and value {@code j} is
 * kept in one column that grows with {@code k}.
 */
final class EnergyScan {
    /** The fewest values that make a level: fewer are outliers. */
    static final int SHORTEST = 3;

    private final double farthest;
    private final double[] column;
    private final double[] within;

    /**
     * A scan of {@code length} values.
     *
     * @param farthest no two values count as farther apart than this
     */
    EnergyScan(int length, double farthest) {
        this.farthest = farthest;
        column = new double[length];
        within = new double[length + 1];
    }

    /** The best place; {@code values} are as many as was said, and at least {@code 2 * SHORTEST}. */
    Split best(double[] values) {
        sumWithin(values);
        Arrays.fill(column, 0);
        int at = SHORTEST;
        double most = Double.NEGATIVE_INFINITY;
        for (int left = 1; left <= values.length - SHORTEST; left++) {
            addToColumn(values, values[left - 1]);
            double divergence = left < SHORTEST ? most : divergenceAt(left);
            if (divergence > most) {
                most = divergence;
                at = left;
            }
        }
        return new Split(at, most);
    }

    /** Sums of the distances of all pairs among the first {@code k} values, for each {@code k}. */
    private void sumWithin(double[] values) {
        for (int k = 0; k < values.length; k++) {
            double sum = 0;
            for (int j = 0; j < k; j++) {
                sum += distance(values[j], values[k]);
            }
            within[k + 1] = within[k] + sum;
        }
    }

    private void addToColumn(double[] values, double value) {
        for (int j = 0; j < values.length; j++) {
            column[j] += distance(value, values[j]);
        }
    }

    /** The most that the first {@code left} values differ from those after them, up to any end. */
    private double divergenceAt(int left) {
        double most = Double.NEGATIVE_INFINITY;
        double across = 0;
        for (int end = left + 1; end <= column.length; end++) {
            across += column[end - 1];
            if (end - left >= SHORTEST) {
                double withinRight = within[end] - within[left] - across;
                most = Math.max(most, divergence(left, end - left, across, within[left], withinRight));
            }
        }
        return most;
    }

    /** From the sizes of both sides and the sums of distances across and within them. */
    private static double divergence(int left, int right, double across, double withinLeft, double withinRight) {
        double pairs = (double) left * right;
        return pairs / (left + right) * (2 * across / pairs - mean(withinLeft, left) - mean(withinRight, right));
    }

    /** The mean distance of two among {@code size} values, where {@code sum} is over all their pairs. */
    private static double mean(double sum, int size) {
        return 2 * sum / ((double) size * (size - 1));
    }

    private double distance(double one, double other) {
        return Math.min(Math.abs(one - other), farthest);
    }
}
