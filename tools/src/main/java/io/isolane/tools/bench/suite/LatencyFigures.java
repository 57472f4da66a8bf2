package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.Percentiles;
import io.isolane.tools.bench.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What a result says of latencies. Stateless. */
public final class LatencyFigures {
    private LatencyFigures() {}

    /**
     * The percentiles of all trials together, and their mean between the lowest and the highest mean of a trial.
     *
     * @param load share of a rate at which they were measured
     * @param results at least one; without a single frame in any of them there are no figures
     */
    public static List<Value> of(double load, List<TrialResult> results) {
        Histogram all = new Histogram(results.getFirst().latency());
        results.forEach(result -> all.add(result.latency()));
        List<Value> values = new ArrayList<>();
        double[] means = results.stream()
                .filter(result -> result.latency().getTotalCount() > 0)
                .mapToDouble(result -> result.latency().getMean())
                .sorted()
                .toArray();
        if (means.length > 0) {
            values.add(new Value("mean", load, "ns", all.getMean(), means[0], means[means.length - 1]));
        }
        Percentiles.of(all).forEach((name, nanos) -> values.add(new Value(name, load, "ns", nanos, null, null)));
        return values;
    }
}
