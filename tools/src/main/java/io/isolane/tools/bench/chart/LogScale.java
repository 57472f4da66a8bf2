package io.isolane.tools.bench.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis on which equal ratios are equally long.
 *
 * @param title what it shows; the labels have the unit
 * @param quantity how its labels are written
 * @param low value at its begin, positive
 * @param high value at its end, greater
 * @param marked values that have the labels; empty for powers of ten
 */
public record LogScale(String title, Quantity quantity, double low, double high, List<Double> marked) implements Scale {
    private static final double SLACK = 1e-9;

    public LogScale {
        marked = List.copyOf(marked);
    }

    /** An axis of whole decades around values, all positive. */
    public static LogScale decades(String title, Quantity quantity, double least, double most) {
        double low = Math.pow(10, Math.floor(Math.log10(least) + SLACK));
        double high = Math.pow(10, Math.ceil(Math.log10(most) - SLACK));
        return new LogScale(title, quantity, low, high > low ? high : low * 10, List.of());
    }

    /** An axis from the least to the greatest of some positive values, with their labels. */
    public static LogScale of(String title, Quantity quantity, List<Double> values) {
        double low = stream(values).min().orElse(1);
        double high = stream(values).max().orElse(1);
        return new LogScale(title, quantity, low / 1.25, high * 1.25, values);
    }

    @Override
    public double place(double value) {
        return Math.log(Math.max(value, low) / low) / Math.log(high / low);
    }

    @Override
    public List<Tick> ticks(int most) {
        return marked.isEmpty()
                ? powers(Math.max(1, most))
                : marked.stream()
                        .distinct()
                        .sorted()
                        .map(value -> new Tick(value, quantity.text(value)))
                        .toList();
    }

    private List<Tick> powers(int most) {
        int first = (int) Math.round(Math.log10(low));
        int last = (int) Math.round(Math.log10(high));
        int every = Math.ceilDiv(last - first + 1, most);
        List<Tick> ticks = new ArrayList<>();
        for (int power = first; power <= last; power++) {
            boolean hasLabel = (power - first) % every == 0;
            double value = Math.pow(10, power);
            ticks.add(new Tick(value, hasLabel ? quantity.text(value) : ""));
        }
        return List.copyOf(ticks);
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }
}
