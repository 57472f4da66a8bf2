package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Patterns;
import io.isolane.tools.bench.suite.Profile;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * NDR, PDR and RFC 2544's throughput of a device in one search (RFC 9971: Manager), between pairs of ports and both ways at once. Confined
 * to its thread.
 */
public final class MlrSearch implements BenchTest {
    /** The name of the suite, and of its only test. */
    public static final String NAME = "mlrsearch";

    /** The lowest load is this part of the highest one. */
    private static final double RANGE = 1e-4;
    /** Trials for a goal usually take so many times its duration sum in all. */
    private static final double USUAL = 1.6;
    /** No search may take more than so many times the sum of its goals' duration sums. */
    private static final int PATIENCE = 6;

    private static final int ON_THE_WAY = 6;

    /** No search yet. */
    public MlrSearch() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration estimate(Conditions conditions) {
        return Goals.of(conditions.profile()).stream()
                .map(goal -> estimate(goal, conditions.profile()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void run(TestBed bed, Conditions conditions, Journal journal) throws InterruptedException {
        Trials trials = new Trials(NAME, bed, conditions, journal);
        Pattern pattern = new Patterns(bed, conditions.addresses()).pairs();
        trials.remark(pattern.words());
        if (!pattern.isPossible()) {
            trials.result(List.of(), null);
            return;
        }
        SearchTrials searchTrials = new SearchTrials(trials, pattern, journal);
        Search search = new Search(
                Goals.of(conditions.profile()),
                conditions.maximum() * RANGE,
                conditions.maximum(),
                sums(conditions).multipliedBy(PATIENCE),
                searchTrials,
                searchTrials);
        journal.begin(NAME + ", searching for NDR, PDR and RFC 2544's throughput");
        try {
            search.run();
        } finally {
            result(search.results(), trials);
        }
    }

    /** Also of a search that was interrupted: what it knew. */
    private static void result(List<GoalResult> results, Trials trials) {
        trials.remarkMaximum();
        trials.remark("Loads are of all ports together; each port is offered an equal share.");
        results.forEach(result -> trials.remark(sentence(result)));
        trials.result(
                results.stream().flatMap(result -> values(result).stream()).toList(), null);
    }

    /** Usually two loads are settled, by somewhat more than half of the trials that they might need, and some were tried on the way. */
    private static Duration estimate(Goal goal, Profile profile) {
        double trials = ON_THE_WAY + USUAL * goal.sumNanos() / goal.finalTrial().toNanos();
        Duration pauses = profile.learnt()
                .plus(profile.rested())
                .plus(profile.stragglers().dividedBy(2));
        return Duration.ofNanos(Math.round(USUAL * goal.sumNanos() + trials * pauses.toNanos()));
    }

    private static Duration sums(Conditions conditions) {
        return Goals.of(conditions.profile()).stream().map(Goal::durationSum).reduce(Duration.ZERO, Duration::plus);
    }

    /** The goal as the report must have it (RFC 9971: Controller Input), and how its search ended. */
    private static String sentence(GoalResult result) {
        Goal goal = result.goal();
        return String.format(
                Locale.ROOT,
                "%s: loss up to %s %% in all but %s %% of the time, trials of %s s, %s s in all, width %s %%: %s.",
                goal.name(),
                trimmed(100 * goal.lossRatio()),
                trimmed(100 * goal.exceedRatio()),
                trimmed(goal.finalTrial().toNanos() / 1e9),
                trimmed(goal.durationSum().toNanos() / 1e9),
                trimmed(100 * goal.width()),
                result.ending().sentence());
    }

    private static String trimmed(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static List<Value> values(GoalResult result) {
        List<Value> values = new ArrayList<>();
        Double low = boxed(result.lower());
        Double high = boxed(result.upper());
        values.add(new Value(result.goal().name(), null, "frames/s", low == null ? 0 : low, low, high));
        result.conditionalThroughput()
                .ifPresent(rate ->
                        values.add(Value.of(result.goal().name() + " conditional throughput", "frames/s", rate)));
        return values;
    }

    static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
