package io.isolane.tools.bench.tcp;

import io.isolane.tools.bench.report.Median;
import java.util.Collections;
import java.util.List;

/**
 * The rounds of one link.
 *
 * @param name what is between the hosts
 * @param gigabitsPerSecond of each round
 * @param ratiosToBridge of each round, to the bridge in the same round
 */
record TcpResult(String name, List<Double> gigabitsPerSecond, List<Double> ratiosToBridge) {
    double median() {
        return median(gigabitsPerSecond);
    }

    double lowest() {
        return Collections.min(gigabitsPerSecond);
    }

    double highest() {
        return Collections.max(gigabitsPerSecond);
    }

    double medianRatio() {
        return median(ratiosToBridge);
    }

    private static double median(List<Double> values) {
        return Median.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
