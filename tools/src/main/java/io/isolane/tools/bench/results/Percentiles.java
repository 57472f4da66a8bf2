package io.isolane.tools.bench.results;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * The percentiles that a line of results carries, by name: {@code p50}, {@code p90}, {@code p99}, {@code p99.9}, {@code p99.99},
 * {@code p99.999} and {@code max}. One that would be decided by less than one value is left out, so that a thousand frames have no
 * {@code p99.99}. Stateless.
 */
public final class Percentiles {
    /** The name of the largest value. */
    public static final String MAX = "max";

    private static final double[] RANKS = {50, 90, 99, 99.9, 99.99, 99.999};
    private static final double ROUNDING = 1e-9;

    private Percentiles() {}

    /** The percentiles of what was recorded, in its unit, from the smallest; none if nothing was. */
    public static Map<String, Double> of(Histogram histogram) {
        Map<String, Double> values = new LinkedHashMap<>();
        long count = histogram.getTotalCount();
        for (double rank : RANKS) {
            if (count * (1 - rank / 100) >= 1 - ROUNDING * count) {
                values.put(name(rank), (double) histogram.getValueAtPercentile(rank));
            }
        }
        if (count > 0) {
            values.put(MAX, (double) histogram.getMaxValue());
        }
        return Collections.unmodifiableMap(values);
    }

    /** The share of the values, in per cent, that a name speaks of; empty for {@link #MAX} and for any other word. */
    public static OptionalDouble rank(String name) {
        if (!name.matches("p\\d{1,3}(\\.\\d+)?")) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(name.substring(1)));
    }

    /** A copy that keeps the order and cannot be changed. */
    static Map<String, Double> copyOf(Map<String, Double> percentiles) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
    }

    private static String name(double rank) {
        String digits = Double.toString(rank);
        return "p" + (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits);
    }
}
