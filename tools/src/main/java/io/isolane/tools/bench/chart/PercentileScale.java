package io.isolane.tools.bench.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * The axis on which HdrHistogram draws percentiles: each further nine is as long as the one before, so that the rare slow frames have the
 * room they deserve.
 *
 * @param nines at its end: 3 for 99.9 %, at least 1
 */
public record PercentileScale(int nines) implements Scale {
    private static final double CERTAIN = 100;

    /** An axis that ends where {@code count} values have their largest one. */
    public static PercentileScale of(long count) {
        return new PercentileScale(Math.clamp((long) Math.ceil(Math.log10((double) Math.max(10, count)) - 1e-9), 1, 9));
    }

    @Override
    public String title() {
        return "Percentile (%)";
    }

    /** @param value a percentile, 0 to 100; 100 lies at the end */
    @Override
    public double place(double value) {
        double rest = 1 - value / CERTAIN;
        return rest <= 0 ? 1 : Math.clamp(-Math.log10(rest) / nines, 0, 1);
    }

    @Override
    public List<Tick> ticks(int most) {
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(0, "0")));
        for (int nine = 1; nine <= nines; nine++) {
            ticks.add(new Tick(CERTAIN * (1 - Math.pow(10, -nine)), label(nine)));
        }
        return List.copyOf(ticks);
    }

    private static String label(int nines) {
        return switch (nines) {
            case 1 -> "90";
            case 2 -> "99";
            default -> "99." + "9".repeat(nines - 2);
        };
    }
}
