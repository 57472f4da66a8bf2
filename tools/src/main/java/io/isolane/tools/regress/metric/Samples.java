package io.isolane.tools.regress.metric;

import java.util.List;

/**
 * What the forks of one side gave for a metric. Immutable.
 *
 * @param metric what was measured
 * @param values one for each fork, in the order of the forks; at least one, finite, and positive unless the metric has a floor
 */
public record Samples(Metric metric, List<Double> values) {
    /** @throws IllegalArgumentException if there is no value, or one that no measurement gives */
    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No values of " + metric.label());
        }
        for (double value : values) {
            boolean isPossible = Double.isFinite(value) && (value > 0 || (value == 0 && metric.floor() > 0));
            if (!isPossible) {
                throw new IllegalArgumentException("The value " + value + " " + metric.unit() + " of " + metric.label()
                        + " is not one that was measured");
            }
        }
    }
}
