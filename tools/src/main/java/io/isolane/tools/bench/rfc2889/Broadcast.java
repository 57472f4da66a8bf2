package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.LatencyFigures;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.suite.RateSearch;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The throughput of broadcasts from one port to all that it reaches, and how long their copies take (RFC 2889, 5.10). Stateless. */
final class Broadcast implements BenchTest {
    @Override
    public String name() {
        return Rfc2889.NAME + "/broadcast";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        Profile profile = conditions.profile();
        return profile.search().plus(profile.around(profile.latencyTrial()).multipliedBy(profile.latencyTrials()));
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = new Patterns(bed, conditions.addresses()).broadcast();
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        if (!pattern.isPossible()) {
            trials.result(List.of(), null);
            return;
        }
        RateSearch search = trials.search(pattern, "throughput");
        List<Value> values = new ArrayList<>(List.of(
                search.value("throughput", "frames/s"),
                Value.of(
                        "copies",
                        "copies/frame",
                        pattern.streams().stream()
                                .mapToInt(stream -> stream.to().size())
                                .average()
                                .orElseThrow())));
        String tag =
                LatencyLog.tag(name(), bed.device().name(), conditions.frames().name());
        if (search.low() > 0) {
            values.addAll(latency(pattern, search.low(), tag, trials, conditions.profile()));
        }
        trials.result(values, search.low() > 0 ? tag : null);
    }

    private static List<Value> latency(Pattern pattern, double rate, String tag, Trials trials, Profile profile)
            throws InterruptedException {
        List<TrialResult> results = trials.repeat(
                profile.latencyTrials(),
                trials.lasting(profile.latencyTrial(), pattern, rate),
                tag,
                "latency of broadcasts");
        return LatencyFigures.of(1, results);
    }
}
