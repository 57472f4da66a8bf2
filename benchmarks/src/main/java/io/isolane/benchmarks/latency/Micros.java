package io.isolane.benchmarks.latency;

import io.isolane.tools.bench.report.Figures;

/** Nanoseconds as microseconds: of short times every ten nanoseconds count. Stateless. */
final class Micros {
    private static final double SHORT = 100_000;
    private static final double LONG = 1_000_000;

    private Micros() {}

    static String of(double nanos) {
        return Figures.fixed(nanos / 1e3, nanos < SHORT ? 2 : nanos < LONG ? 1 : 0);
    }
}
