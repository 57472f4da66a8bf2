package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of frames lost at 100 % of the maximum, 90 % and so on, until nothing is lost twice in a row (RFC 2544, 26.3). A load that the tester does
 * not keep to has no figure. Stateless.
 */
final class FrameLoss implements BenchTest {
    private static final int STEPS = 10;
    private static final int CLEAN = 2;

    @Override
    public String name() {
        return Rfc2544.NAME + "/frame-loss";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().trial()).multipliedBy(STEPS);
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = Throughput.pattern(bed, conditions);
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        trials.remarkMaximum();
        journal.begin(name());
        trials.result(pattern.isPossible() ? curve(pattern, trials, conditions) : List.of(), null);
    }

    private static List<Value> curve(Pattern pattern, Trials trials, Conditions conditions)
            throws InterruptedException {
        List<Value> curve = new ArrayList<>();
        int clean = 0;
        for (int step = STEPS; step > 0 && clean < CLEAN; step--) {
            double load = step / (double) STEPS;
            TrialResult result = trials.sendFor(
                    "frame loss",
                    trials.lasting(pattern, load * conditions.maximum()),
                    "frame loss at " + step * STEPS + " %");
            if (result.isOffered()) {
                curve.add(new Value("frame loss", load, "%", 100 * result.lossRatio(), null, null));
                clean = result.isLossless() ? clean + 1 : 0;
            }
            if (step < STEPS && result.total().received() == 0) {
                break;
            }
        }
        return curve;
    }
}
