package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.results.Percentiles;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * How long frames take at the throughput (RFC 2544, 26.2), and at parts of it. The RFC times one frame of each trial; here each is timed, from the
 * moment it was due. One result for each load. Confined to its thread.
 */
final class Latency implements BenchTest {
    private static final List<Double> LOADS = List.of(1.0, 0.9, 0.5, 0.1);

    private final Throughput throughput;

    Latency(Throughput throughput) {
        this.throughput = throughput;
    }

    @Override
    public String name() {
        return Rfc2544.NAME + "/latency";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        Profile profile = conditions.profile();
        return profile.around(profile.latencyTrial()).multipliedBy((long) LOADS.size() * profile.latencyTrials());
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        double rate = throughput.find(bed, conditions, journal);
        if (rate == 0) {
            Trials none = new Trials(name(), bed, conditions, journal);
            none.remark("There is no latency at the throughput, because there is no throughput.");
            none.result(List.of(), null);
            return;
        }
        for (double load : LOADS) {
            measure(load, rate, bed, conditions, journal);
        }
    }

    private void measure(double load, double rate, TestBed bed, Conditions conditions, Journal journal)
            throws InterruptedException {
        String percent = Math.round(load * 100) + " %";
        journal.begin(name() + " at " + percent + " of the throughput");
        Trials trials = new Trials(name(), bed, conditions, journal);
        Pattern pattern = Throughput.pattern(bed, conditions);
        String tag =
                LatencyLog.tag(name(), bed.device().name(), conditions.frames().name(), load);
        List<TrialResult> results = new ArrayList<>();
        int count = conditions.profile().latencyTrials();
        for (int i = 1; i <= count; i++) {
            TrialResult result = trials.run(
                    trials.lasting(conditions.profile().latencyTrial(), pattern, load * rate),
                    "latency at " + percent + ", " + i + " of " + count);
            journal.log(tag, result);
            results.add(result);
        }
        trials.remark(pattern.words());
        trials.remark(String.format(
                Locale.ROOT, "At %s of the throughput, %,.0f frames/s; every frame timed.", percent, load * rate));
        remarkLoss(results, trials);
        trials.result(figures(load, results), tag);
    }

    /** The figures of all trials together, and how far their means were apart. */
    private static List<Value> figures(double load, List<TrialResult> results) {
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

    private static void remarkLoss(List<TrialResult> results, Trials trials) {
        long lossy = results.stream().filter(result -> !result.isLossless()).count();
        if (lossy > 0) {
            trials.remark("Frames were lost in " + lossy + " of " + results.size()
                    + " trials, though the search for the throughput had seen none lost at this load.");
        }
    }
}
