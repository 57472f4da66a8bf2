package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.Pattern;
import io.isolane.tools.bench.suite.Trials;
import io.isolane.tools.bench.trial.TrialResult;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the trials that a search asks for, and writes each down with what the search knows after it. Confined to its thread. */
final class SearchTrials implements Measurer, Search.Listener {
    private final Trials trials;
    private final Pattern pattern;
    private final Journal journal;
    private @Nullable TrialResult last;

    SearchTrials(Trials trials, Pattern pattern, Journal journal) {
        this.trials = trials;
        this.pattern = pattern;
        this.journal = journal;
    }

    @Override
    public double lossRatio(double load, Duration duration) throws InterruptedException {
        TrialResult result = trials.send(trials.lasting(duration, pattern, load));
        last = result;
        return result.lossRatioOfLoad();
    }

    @Override
    public void onTrial(Trial trial, Goal goal, Bound bound, List<GoalResult> known) {
        List<Entry.Bound> bounds = known.stream()
                .map(result -> new Entry.Bound(
                        result.goal().name(), MlrSearch.boxed(result.lower()), MlrSearch.boxed(result.upper())))
                .toList();
        trials.write(Objects.requireNonNull(last), bounds, goal.name() + ": " + bound.label());
        known.stream()
                .filter(result -> result.goal().equals(goal))
                .forEach(result -> journal.bounds(
                        result.lower().orElse(0), result.upper().orElse(Double.POSITIVE_INFINITY), "frames/s"));
    }
}
