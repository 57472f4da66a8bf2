package io.isolane.tools.bench.startup;

import io.isolane.tools.bench.report.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * How fast a switch was, tenth of a second by tenth of a second. Its full speed is the median of the last third of them. It has come to 90 %
 * of that at the beginning of the first tenth that reaches it and begins half a second whose median does: one tenth that the machine
 * took from it does not count, and neither does one that was fast by chance. Immutable.
 */
final class Speed {
    private static final long TENTH_MICROS = 100_000;
    private static final double ENOUGH = 0.9;
    private static final int HELD = 5;

    private final long[] begins;
    private final double[] rates;

    private Speed(long[] begins, double[] rates) {
        this.begins = begins;
        this.rates = rates;
    }

    /**
     * The speed that looks show.
     *
     * @param begun when the first frame was forwarded, in microseconds
     * @throws IllegalArgumentException if they show less than half a second
     */
    static Speed of(long begun, List<Look> looks) {
        List<Long> begins = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        Look last = new Look(begun, 0);
        for (Look look : looks) {
            if (look.micros() - last.micros() >= TENTH_MICROS) {
                begins.add(last.micros());
                rates.add((look.frames() - last.frames()) * 1e6 / (look.micros() - last.micros()));
                last = look;
            }
        }
        if (rates.size() < HELD) {
            throw new IllegalArgumentException("the switch was watched for " + rates.size()
                    + " tenths of a second only, and its speed is to be held for " + HELD);
        }
        return new Speed(
                begins.stream().mapToLong(Long::longValue).toArray(),
                rates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Frames a second. */
    double full() {
        return Median.of(Arrays.copyOfRange(rates, rates.length * 2 / 3, rates.length));
    }

    /** When it came to 90 % of that, in microseconds; empty if it never held that. */
    OptionalLong reachedMicros() {
        double enough = ENOUGH * full();
        for (int i = 0; i + HELD <= rates.length; i++) {
            if (rates[i] >= enough && Median.of(Arrays.copyOfRange(rates, i, i + HELD)) >= enough) {
                return OptionalLong.of(begins[i]);
            }
        }
        return OptionalLong.empty();
    }
}
