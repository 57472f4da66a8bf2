package io.isolane.tools.regress.verdict;

/**
 * A confidence interval of an effect. Immutable.
 *
 * @param low its lower end; -1, the least there is, where the values are too few for the confidence
 * @param high its upper end; infinity where the values are too few
 * @param confidence the share of such intervals that hold the effect, for example 0.99
 */
public record Interval(double low, double high, double confidence) {
    /** @throws IllegalArgumentException if the ends are in the wrong order, or the confidence is not between 0 and 1 */
    public Interval {
        if (!(low <= high) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("[" + low + ", " + high + "] at " + confidence + " is not an interval");
        }
    }

    /** Whether the values were enough for the confidence. */
    public boolean isBounded() {
        return low > -1 && Double.isFinite(high);
    }

    /** Whether the effect surely goes one way. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** Whether a change by this much can be ruled out both ways: 0.03 is a ratio of 1.03 or of 1/1.03. */
    public boolean isWithin(double change) {
        return Math.log1p(low) > -Math.log1p(change) && Math.log1p(high) < Math.log1p(change);
    }
}
