package io.isolane.tools.bench.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis on which equal steps are equally long.
 *
 * @param name what it shows
 * @param unit in which its labels are, named in the title
 * @param low value at its begin
 * @param high value at its end
 */
public record LinearScale(String name, Quantity.Step unit, double low, double high) implements Scale {
    private static final double SLACK = 1e-9;
    private static final int FEW = 5;

    /** An axis from 0 to a round number that is at least {@code high}; a {@code high} of 0 counts as 1. */
    public static LinearScale upTo(String name, Quantity quantity, double high) {
        return over(name, quantity, 0, high);
    }

    /** An axis from a round number to a round number, with all of both values between them. */
    public static LinearScale over(String name, Quantity quantity, double low, double high) {
        double top = high > low ? high : low + 1;
        Quantity.Step unit = quantity.step(Math.max(Math.abs(low), Math.abs(top)));
        double step = step((top - low) / unit.factor(), FEW) * unit.factor();
        return new LinearScale(name, unit, Math.floor(low / step + SLACK) * step, Math.ceil(top / step - SLACK) * step);
    }

    /** An axis with exactly these ends. */
    public static LinearScale exactly(String name, Quantity quantity, double low, double high) {
        return new LinearScale(name, quantity.step(high), low, high);
    }

    @Override
    public String title() {
        return unit.symbol().isEmpty() ? name : name + " (" + unit.symbol() + ")";
    }

    @Override
    public double place(double value) {
        return (value - low) / (high - low);
    }

    @Override
    public List<Tick> ticks(int most) {
        double step = Math.max(isCount() ? 1 : 0, step((high - low) / unit.factor(), Math.max(1, most)));
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(low / unit.factor() / step - SLACK);
        for (long i = first; i * step <= high / unit.factor() + SLACK * step; i++) {
            ticks.add(new Tick(i * step * unit.factor(), Quantity.number(clean(i * step))));
        }
        return List.copyOf(ticks);
    }

    /** What has no unit is counted, and there is nothing between two numbers. */
    private boolean isCount() {
        return unit.symbol().isEmpty();
    }

    /** 1, 2 or 5 times a power of ten: the smallest that divides {@code span} into no more than {@code most} parts. */
    private static double step(double span, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        for (int factor : new int[] {1, 2, 5}) {
            if (span / (factor * power) <= most + SLACK) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Without what binary fractions add to decimal ones. */
    private static double clean(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
