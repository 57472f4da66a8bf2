package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.RateSearch;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Throughput, frame loss and forwarding rate of one traffic pattern (RFC 2889, 5.1 to 5.4). Immutable. */
final class Forwarding implements BenchTest {
    private final String name;
    private final Function<Patterns, Pattern> choice;

    Forwarding(String name, Function<Patterns, Pattern> choice) {
        this.name = name;
        this.choice = choice;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions
                .profile()
                .search()
                .plus(conditions.profile().around(conditions.profile().trial()));
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = choice.apply(new Patterns(bed, conditions.addresses()));
        Trials trials = new Trials(name, bed, conditions, journal);
        trials.remark(pattern.words());
        trials.result(pattern.isPossible() ? measure(pattern, trials, conditions) : List.of(), null);
    }

    private static List<Value> measure(Pattern pattern, Trials trials, Conditions conditions)
            throws InterruptedException {
        RateSearch search = trials.search(pattern, "throughput");
        TrialResult most =
                trials.sendFor("frame loss", trials.lasting(pattern, conditions.maximum()), "forwarding rate at 100 %");
        List<Value> values = new ArrayList<>(List.of(
                search.value("throughput", "frames/s"),
                Value.of("throughput of the maximum", "%", 100 * search.low() / conditions.maximum()),
                new Value("forwarding rate", 1.0, "frames/s", most.forwardingRate(), null, null)));
        if (most.isOffered()) {
            values.add(new Value("frame loss", 1.0, "%", 100 * most.lossRatio(), null, null));
        }
        return values;
    }
}
