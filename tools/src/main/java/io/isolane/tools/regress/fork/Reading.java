package io.isolane.tools.regress.fork;

import io.isolane.tools.regress.metric.Metric;
import java.util.List;

/**
 * What one fork gave for one metric. Immutable.
 *
 * @param metric what was measured
 * @param value the fork's figure
 * @param iterations the figures it was made of, in the order of time; empty where the fork had one only
 */
public record Reading(Metric metric, double value, List<Double> iterations) {
    public Reading {
        iterations = List.copyOf(iterations);
    }
}
