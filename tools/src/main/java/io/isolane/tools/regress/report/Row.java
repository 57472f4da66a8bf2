package io.isolane.tools.regress.report;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judgement;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A judgement in words and figures, the same in every form. Immutable.
 *
 * @param benchmark class and method, without packages
 * @param parameters {@code name=value}, separated by spaces
 * @param figure what of the benchmark: {@code score}, {@code p99}
 * @param change in the better direction, so that {@code +} is better
 * @param interval its ends and confidence
 */
record Row(
        String benchmark,
        String parameters,
        String figure,
        String unit,
        String baseline,
        String candidate,
        String change,
        String interval,
        String verdict,
        String reason) {
    /** The row of one judgement, with all its parameters. */
    static Row of(Judgement judgement) {
        return of(judgement, Map.of());
    }

    /** The row of one judgement, without the parameters that it shares with all others. */
    static Row of(Judgement judgement, Map<String, String> shared) {
        Metric metric = judgement.metric();
        return new Row(
                shortName(metric.benchmark()),
                metric.parameters().entrySet().stream()
                        .filter(parameter -> !shared.containsKey(parameter.getKey()))
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining(" ")),
                metric.name(),
                metric.unit(),
                figure(judgement.baseline(), metric),
                figure(judgement.candidate(), metric),
                Quantity.change(judgement.effect()),
                interval(judgement.interval()),
                judgement.verdict().label(),
                judgement.reason());
    }

    /** Benchmark, parameters and figure in one. */
    String label() {
        return benchmark + (parameters.isEmpty() ? "" : " " + parameters) + " " + figure;
    }

    /** What is below the smallest value that means anything is as good as nothing. */
    private static String figure(double value, Metric metric) {
        return value < metric.floor() ? "0" : Quantity.of(value);
    }

    private static String interval(Interval interval) {
        return interval.isBounded()
                ? "[" + Quantity.change(interval.low()) + ", " + Quantity.change(interval.high()) + "]"
                : "[unknown]";
    }

    private static String shortName(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        return method < 0 ? benchmark : benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }
}
