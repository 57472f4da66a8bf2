package io.isolane.tools.regress.metric;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One figure of one benchmark with its parameters: what two results must share to be compared. Immutable.
 *
 * @param benchmark its name, for example {@code io.isolane.benchmarks.ForwardingThroughputBenchmark.forward}
 * @param parameters their values by name, sorted, so that equal metrics print alike
 * @param name of the figure: {@code score}, a percentile such as {@code p99}, or {@code gc.alloc.rate.norm}
 * @param unit as the result has it; {@link Direction#of} knows it
 */
public record Metric(String benchmark, SortedMap<String, String> parameters, String name, String unit)
        implements Comparable<Metric> {
    /** The name of a benchmark's own figure, as JMH calls it. */
    public static final String SCORE = "score";

    /** @throws IllegalArgumentException if the unit does not say which way is better */
    public Metric {
        Direction.of(unit);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** A metric whose parameters come in any order. */
    public static Metric of(String benchmark, Map<String, String> parameters, String name, String unit) {
        return new Metric(benchmark, new TreeMap<>(parameters), name, unit);
    }

    /** Which way is better. */
    public Direction direction() {
        return Direction.of(unit);
    }

    /** Whether it changes with the machine's speed: rates and times do, bytes or instructions for an operation do not. */
    public boolean isTimed() {
        return Direction.isTimed(unit);
    }

    /**
     * The smallest value that means anything, in {@link #unit}; smaller ones, 0 among them, count as this much, so that ratios
     * exist. It is a tenth of a byte or of an instruction for an operation, a thousandth of a per cent of frames, and 0 (no floor) for
     * rates and times.
     */
    public double floor() {
        return switch (unit) {
            case "B/op", "bytes/op", "#/op", "instructions/op" -> 0.1;
            case "%", "% loss", "frames lost" -> 0.001;
            default -> 0;
        };
    }

    /** The benchmark without its packages, its parameters, and the figure where it is not the score. */
    public String label() {
        int method = benchmark.lastIndexOf('.');
        String subject = benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
        String values = parameters.entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        return subject + values + (name.equals(SCORE) ? "" : " " + name);
    }

    /** By benchmark, parameters, name, unit. */
    @Override
    public int compareTo(Metric other) {
        return key().compareTo(other.key());
    }

    private String key() {
        return String.join("\0", benchmark, parameters.toString(), name.equals(SCORE) ? "" : name, unit);
    }
}
