package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a device forwards nothing when it is restarted under the throughput (RFC 2544, 26.6, and RFC 6201, 4.2). Confined to its thread. */
final class Reset implements BenchTest {
    private final Throughput throughput;

    Reset(Throughput throughput) {
        this.throughput = throughput;
    }

    @Override
    public String name() {
        return Rfc2544.NAME + "/reset";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().overload()).plus(conditions.forgetting());
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        double rate = throughput.find(bed, conditions, journal);
        Trials trials = new Trials(name(), bed, conditions, journal);
        journal.begin(name());
        trials.result(rate == 0 ? nothing(trials) : measure(rate, bed, trials, conditions), null);
    }

    private static List<Value> nothing(Trials trials) {
        trials.remark("There is no throughput at which a restart could be seen.");
        return List.of();
    }

    private static List<Value> measure(double rate, TestBed bed, Trials trials, Conditions conditions)
            throws InterruptedException {
        Pattern pattern = Throughput.pattern(bed, conditions);
        trials.remark(pattern.words());
        Optional<Duration> outage =
                bed.reset(trials.lasting(conditions.profile().overload(), pattern, rate));
        if (outage.isEmpty()) {
            trials.remark("This device cannot be restarted from here, or nothing came after its restart.");
        }
        return outage.map(time -> List.of(Value.of("reset time", "s", time.toNanos() / 1e9)))
                .orElse(List.of());
    }
}
