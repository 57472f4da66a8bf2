package io.isolane.tools.bench.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * How the figures of a unit are written: with the SI prefix that suits them. Immutable.
 *
 * @param steps from the smallest; the first also serves what is smaller
 */
public record Quantity(List<Step> steps) {
    private static final int DIGITS = 3;
    private static final String SPACE = "\u00a0";
    private static final Quantity RATE = new Quantity(
            List.of(new Step(1, "pps"), new Step(1e3, "kpps"), new Step(1e6, "Mpps"), new Step(1e9, "Gpps")));
    private static final Quantity NANOS =
            new Quantity(List.of(new Step(1, "ns"), new Step(1e3, "µs"), new Step(1e6, "ms"), new Step(1e9, "s")));
    private static final Quantity SECONDS =
            new Quantity(List.of(new Step(1e-9, "ns"), new Step(1e-6, "µs"), new Step(1e-3, "ms"), new Step(1, "s")));

    public Quantity {
        steps = List.copyOf(steps);
    }

    /**
     * A multiple of the unit.
     *
     * @param factor how many units it is
     * @param symbol what it is called
     */
    public record Step(double factor, String symbol) {
        private String suffix() {
            return symbol.isEmpty() ? "" : SPACE + symbol;
        }
    }

    /**
     * The quantity of a unit: {@code frames/s} becomes pps, kpps and Mpps, {@code ns} and {@code s} take each other's prefixes, {@code %} and counts none; any other
     * unit is written as it is.
     */
    public static Quantity of(String unit) {
        return switch (unit) {
            case "frames/s" -> RATE;
            case "ns" -> NANOS;
            case "s" -> SECONDS;
            default -> new Quantity(List.of(new Step(1, unit)));
        };
    }

    /** The step in which a figure of this size has one to three digits before the point. */
    public Step step(double size) {
        Step best = steps.getFirst();
        for (Step step : steps) {
            best = Math.abs(size) >= step.factor() * (1 - 1e-9) ? step : best;
        }
        return best;
    }

    /** A figure with three significant digits and its unit. */
    public String text(double value) {
        Step step = step(value);
        return number(value / step.factor()) + step.suffix();
    }

    /** Two figures with three significant digits each and the unit of the greater one. */
    public String text(double low, double high) {
        Step step = step(Math.max(Math.abs(low), Math.abs(high)));
        return number(low / step.factor()) + " to " + number(high / step.factor()) + step.suffix();
    }

    /** Up to three significant digits; all of them, in groups of three, of a whole number. */
    static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e12) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return new BigDecimal(value)
                .round(new MathContext(DIGITS, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .toPlainString();
    }
}
