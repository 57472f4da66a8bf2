package io.isolane.benchmarks.latency;

import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.Median;
import java.util.Arrays;

/** A figure of every turn: the middle one, and how far the others are from it. */
record Spread(double median, double lowest, double highest) {
    /** Of one value or more. */
    static Spread of(double[] values) {
        return new Spread(
                Median.of(values),
                Arrays.stream(values).min().orElseThrow(),
                Arrays.stream(values).max().orElseThrow());
    }

    /** {@code 0.84 (0.79, 1.02)}. */
    String text(int digits) {
        return Figures.fixed(median, digits) + " (" + Figures.fixed(lowest, digits) + ", "
                + Figures.fixed(highest, digits) + ")";
    }

    /** The same of nanoseconds, in microseconds. */
    String micros() {
        return Micros.of(median) + " (" + Micros.of(lowest) + ", " + Micros.of(highest) + ")";
    }
}
