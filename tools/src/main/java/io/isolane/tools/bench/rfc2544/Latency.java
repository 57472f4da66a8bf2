package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.LatencyFigures;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
        List<TrialResult> results = trials.repeat(
                conditions.profile().latencyTrials(),
                trials.lasting(conditions.profile().latencyTrial(), pattern, load * rate),
                tag,
                "latency at " + percent);
        trials.remark(pattern.words());
        trials.remark(String.format(
                Locale.ROOT, "At %s of the throughput, %,.0f frames/s; every frame timed.", percent, load * rate));
        remarkLoss(results, trials);
        remarkLate(results, trials);
        trials.result(LatencyFigures.of(load, results), tag);
    }

    private static void remarkLate(List<TrialResult> results, Trials trials) {
        long late = results.stream().filter(result -> !result.isOffered()).count();
        if (late > 0) {
            trials.remark("In " + late + " of " + results.size()
                    + " trials the tester fell behind the load: these latencies are partly its own.");
        }
    }

    private static void remarkLoss(List<TrialResult> results, Trials trials) {
        long lossy = results.stream()
                .filter(result -> result.isOffered() && !result.isLossless())
                .count();
        if (lossy > 0) {
            trials.remark(
                    "In " + lossy + " of " + results.size()
                            + " trials frames were missing, though the search for the throughput had missed none at this load.");
        }
    }
}
