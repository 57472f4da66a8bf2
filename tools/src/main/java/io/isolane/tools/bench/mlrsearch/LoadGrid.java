package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.mlrsearch.Ledger.Bounds;
import java.util.Collection;

/**
 * The loads that a search may try: notches at equal distances on a logarithmic scale, the uppermost being the maximum load. A notch is as
 * wide as the narrowest goal allows, so that trials meet at the same loads and add up. Immutable.
 *
 * @param max load of the uppermost notch, frames a second
 * @param step logarithm of the ratio of two neighbours
 * @param top number of the uppermost notch; the lowest is 0
 */
record LoadGrid(double max, double step, int top) {
    /** Forgives what rounding adds to a quotient that should be whole. */
    private static final double ROUNDING = 1e-9;

    /** The grid between two loads, for {@code goals}. */
    static LoadGrid of(double min, double max, Collection<Goal> goals) {
        double step = goals.stream()
                .mapToDouble(goal -> -Math.log1p(-goal.width()))
                .min()
                .orElseThrow();
        return new LoadGrid(max, step, (int) Math.floor(Math.log(max / min) / step + ROUNDING));
    }

    double load(int notch) {
        return max * Math.exp((notch - top) * step);
    }

    /** The highest notch whose load is not above {@code load}, or the lowest notch. */
    int notchAtMost(double load) {
        double notch = Math.floor(Math.log(load / max) / step + top + ROUNDING);
        return (int) Math.clamp(notch, 0, top);
    }

    /** How many notches the bounds of {@code goal} may be apart, at least 1. */
    int width(Goal goal) {
        return (int) Math.max(1, Math.floor(-Math.log1p(-goal.width()) / step + ROUNDING));
    }

    /** True if no trial could bring the bounds of {@code goal} nearer, or need bring them. */
    boolean isReached(Goal goal, Bounds bounds) {
        Integer lower = bounds.lower();
        Integer upper = bounds.upper();
        if (upper == null) {
            return lower != null && lower == top;
        }
        return lower == null ? upper == 0 : upper - lower <= width(goal);
    }
}
