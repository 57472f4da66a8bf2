package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long a device goes on losing frames after an overload has ended (RFC 2544, 26.5): 110 % of the throughput, or the maximum where that is less,
 * then half of that rate in the same trial, and the time from the change until the last frame that was lost. Confined to its thread.
 */
final class Recovery implements BenchTest {
    private static final double OVERLOAD = 1.1;
    private static final double NEARLY = 0.99;

    private final Throughput throughput;

    Recovery(Throughput throughput) {
        this.throughput = throughput;
    }

    @Override
    public String name() {
        return Rfc2544.NAME + "/system-recovery";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().overload().multipliedBy(2));
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        double rate = throughput.find(bed, conditions, journal);
        Pattern pattern = Throughput.pattern(bed, conditions);
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        journal.begin(name());
        if (rate == 0) {
            trials.remark("There is no throughput to overload.");
        }
        trials.result(rate == 0 ? List.of() : measure(pattern, rate, trials, conditions), null);
    }

    private static List<Value> measure(Pattern pattern, double rate, Trials trials, Conditions conditions)
            throws InterruptedException {
        Duration overload = conditions.profile().overload();
        double high = Math.min(OVERLOAD * rate, conditions.maximum());
        TrialSpec overloaded = trials.lasting(overload, pattern, high);
        TrialResult result =
                trials.sendFor("recovery time", overloaded.then(overload, high / 2), "overload, then half of it");
        trials.remark(String.format(
                Locale.ROOT, "%,.0f frames/s for %.1f s, then %,.0f.", high, overload.toNanos() / 1e9, high / 2));
        if (!result.isOffered()) {
            return List.of();
        }
        double recovery = Math.max(0, result.lastLossSeconds() - overloaded.seconds(overloaded.count()));
        if (result.isLossless()) {
            trials.remark("The overload was none: nothing was lost at it, so that there was nothing to recover from.");
            return List.of();
        }
        if (recovery >= NEARLY * overload.toNanos() / 1e9) {
            trials.remark("The device had not recovered when the trial ended: it takes longer than this.");
        }
        return List.of(Value.of("recovery time", "s", recovery));
    }
}
