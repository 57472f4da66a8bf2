package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The most that a device forwards at any load, and whether it sends faster than the maximum to get rid of more than that (RFC 2889, 5.6). On a wire that
 * shows as gaps that are too short; a virtual link has none, so that only the rate can tell. Stateless.
 */
final class ForwardPressure implements BenchTest {
    private static final int STEPS = 10;
    /** Trials that are done again because the tester does not keep to more than 100 %. */
    private static final int AGAIN = 3;

    private static final double PRESSURE = 1.01;
    private static final double ROUNDING = 1.001;

    @Override
    public String name() {
        return Rfc2889.NAME + "/forward-pressure";
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return conditions.profile().around(conditions.profile().trial()).multipliedBy(STEPS + AGAIN);
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Pattern pattern = new Patterns(bed, conditions.addresses()).onePair();
        Trials trials = new Trials(name(), bed, conditions, journal);
        trials.remark(pattern.words());
        trials.remarkMaximum();
        journal.begin(name());
        trials.result(pattern.isPossible() ? measure(pattern, trials, conditions) : List.of(), null);
    }

    private static List<Value> measure(Pattern pattern, Trials trials, Conditions conditions)
            throws InterruptedException {
        TrialResult over = trials.sendFor(
                "forward pressure",
                trials.lasting(pattern, PRESSURE * conditions.maximum()),
                "forward pressure at 101 %");
        if (over.isOffered()) {
            remarkPressure(over.forwardingRate(), trials, conditions);
        }
        List<Value> curve = new ArrayList<>(List.of(forwarded(PRESSURE, over)));
        boolean isOver = over.total().received() == 0;
        for (int step = STEPS; step > 0 && !isOver; step--) {
            double load = step / (double) STEPS;
            TrialResult result = trials.run(
                    trials.lasting(pattern, load * conditions.maximum()), "forwarding rate at " + STEPS * step + " %");
            curve.add(forwarded(load, result));
            isOver = result.isOffered() && result.isLossless();
        }
        double most = curve.stream().mapToDouble(Value::value).max().orElseThrow();
        curve.addFirst(Value.of("maximum forwarding rate", "frames/s", most));
        return curve;
    }

    private static Value forwarded(double load, TrialResult result) {
        return new Value("forwarding rate", load, "frames/s", result.forwardingRate(), null, null);
    }

    private static void remarkPressure(double rate, Trials trials, Conditions conditions) {
        String told = rate > ROUNDING * conditions.maximum()
                ? "Forward pressure: at 101 %% of the maximum it forwarded %,.0f frames/s, more than 100 %%."
                : "No forward pressure: at 101 %% of the maximum it forwarded %,.0f frames/s.";
        trials.remark(String.format(Locale.ROOT, told, rate));
    }
}
