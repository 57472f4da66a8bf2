package io.isolane.tools.regress.trend;

import io.isolane.tools.bench.report.Median;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A straight line through points at 0, 1, 2 and so on, little moved by points that are far off: its slope is the median of the slopes of all pairs
 * (Theil 1950; Sen, <i>Estimates of the Regression Coefficient Based on Kendall's Tau</i>, Journal of the American Statistical Association 63 (1968)).
 *
 * @param start height at 0
 * @param slope for each point
 */
record Line(double start, double slope) {
    /** Through at least two points. */
    static Line through(List<Double> values) {
        int size = values.size();
        double slope = Median.of(IntStream.range(0, size)
                .boxed()
                .flatMapToDouble(one -> IntStream.range(one + 1, size)
                        .mapToDouble(other -> (values.get(other) - values.get(one)) / (other - one)))
                .toArray());
        double start = Median.of(IntStream.range(0, size)
                .mapToDouble(at -> values.get(at) - slope * at)
                .toArray());
        return new Line(start, slope);
    }

    /** Level, at the median. */
    static Line level(List<Double> values) {
        return new Line(
                Median.of(values.stream().mapToDouble(Double::doubleValue).toArray()), 0);
    }

    double at(int place) {
        return start + slope * place;
    }

    /** The sum of the points' distances from it. */
    double distance(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToDouble(at -> Math.abs(values.get(at) - at(at)))
                .sum();
    }
}
