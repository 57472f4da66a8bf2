package io.isolane.tools.regress.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * How many of some trials went one way, and between which shares the true one lies with a confidence of 95 %: the interval of Wilson,
 * Journal of the American Statistical Association 22 (1927), which stays sensible where the share is 0 or 1. Immutable.
 *
 * @param count how many
 * @param total of how many, at least one
 */
public record Share(int count, int total) {
    private static final double DEVIATIONS = 1.959_963_984_540_054;

    /** @throws IllegalArgumentException if there are more than trials, or no trial */
    public Share {
        if (total < 1 || count < 0 || count > total) {
            throw new IllegalArgumentException(count + " of " + total + " is not a share");
        }
    }

    /** From 0 to 1. */
    @JsonProperty
    public double value() {
        return (double) count / total;
    }

    /** The lower end of the interval. */
    @JsonProperty
    public double low() {
        return Math.max(0, centre() - halfWidth());
    }

    /** The upper end of the interval. */
    @JsonProperty
    public double high() {
        return Math.min(1, centre() + halfWidth());
    }

    /** As {@code 0.10 % [0.05, 0.19]}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%.2f %% [%.2f, %.2f]", 100 * value(), 100 * low(), 100 * high());
    }

    private double centre() {
        return (count + DEVIATIONS * DEVIATIONS / 2) / weight();
    }

    private double halfWidth() {
        double spread = (double) count * (total - count) / total + DEVIATIONS * DEVIATIONS / 4;
        return DEVIATIONS * Math.sqrt(spread) / weight();
    }

    private double weight() {
        return total + DEVIATIONS * DEVIATIONS;
    }
}
