package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.report.Median;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;

/**
 * Several values of the same thing. Immutable.
 *
 * @param median of them
 * @param lowest of them
 * @param highest of them
 */
public record Range(double median, double lowest, double highest) {
    /** The range of some values; empty if there is none. */
    public static Optional<Range> of(Collection<Double> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double median =
                Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
        return Optional.of(new Range(median, Collections.min(values), Collections.max(values)));
    }
}
