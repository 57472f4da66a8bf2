package io.isolane.tools.bench.report;

import java.util.Arrays;

/** The middle of some figures. Stateless. */
public final class Median {
    private Median() {}

    /** The middle value, or the mean of the two in the middle; at least one value is needed. */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int size = sorted.length;
        return (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    }
}
