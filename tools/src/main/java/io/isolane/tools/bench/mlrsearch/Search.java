package io.isolane.tools.bench.mlrsearch;

import io.isolane.tools.bench.mlrsearch.Ledger.Bounds;
import io.isolane.tools.bench.mlrsearch.Pursuit.Proposal;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Looks for several goals at once (RFC 9971: Controller). It begins at the maximum load, takes the rates that came through as first
 * guesses, and then always runs the lowest load that any goal asks for, since what is found there can only shift results above it. Confined
 * to its thread.
 *
 * <p>Goals of the same final trial duration are sought together. Those with longer trials come after them and use what is there, but leave
 * their results alone: a minute with one hiccup in it would otherwise count against a goal as a minute of loss, where that goal would have
 * seen one second of it (RFC 9971: Goal Final Trial Duration, which had better be the same for all goals).
 */
public final class Search {
    private static final Comparator<Proposal> LOWEST_THEN_LONGEST =
            Comparator.comparingInt(Proposal::notch).thenComparing(Proposal::duration, Comparator.reverseOrder());

    private final List<Goal> goals;
    private final LoadGrid grid;
    private final Measurer measurer;
    private final Listener listener;
    private final Duration limit;
    private final Ledger ledger = new Ledger();
    private final Map<Goal, GoalResult> finished = new HashMap<>();
    private Duration spent = Duration.ZERO;

    /**
     * A search that has not begun.
     *
     * @param goals in the order of the results
     * @param min lowest load that may be tried, frames a second
     * @param max highest load that may be tried
     * @param limit trials take no longer than this in all, without the pauses between them
     * @throws IllegalArgumentException if there is no goal, or the loads are not positive and in this order
     */
    public Search(List<Goal> goals, double min, double max, Duration limit, Measurer measurer, Listener listener) {
        if (goals.isEmpty() || !(min > 0 && min <= max)) {
            throw new IllegalArgumentException(goals.size() + " goals between " + min + " and " + max
                    + " frames/s: there must be a goal, and the loads positive and in order");
        }
        this.goals = List.copyOf(goals);
        this.grid = LoadGrid.of(min, max, goals);
        this.limit = limit;
        this.measurer = measurer;
        this.listener = listener;
    }

    /** Hears of every trial. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A trial is over.
         *
         * @param goal for which it was made
         * @param bound what its load is to that goal now
         * @param known what is known of each goal now
         */
        void onTrial(Trial trial, Goal goal, Bound bound, List<GoalResult> known);
    }

    /**
     * Runs trials until every goal is reached or the time is up.
     *
     * @throws InterruptedException if the thread was interrupted; {@link #results()} has what was found until then
     */
    public List<GoalResult> run() throws InterruptedException {
        List<Pursuit> pursuits = pursuits();
        List<Duration> durations =
                goals.stream().map(Goal::finalTrial).distinct().sorted().toList();
        for (Duration duration : durations) {
            pursue(pursuits.stream()
                    .filter(pursuit -> pursuit.goal().finalTrial().equals(duration))
                    .toList());
        }
        return results();
    }

    /** What is known of each goal by now. */
    public List<GoalResult> results() {
        return goals.stream()
                .map(goal -> finished.containsKey(goal) ? finished.get(goal) : result(goal))
                .toList();
    }

    private void pursue(List<Pursuit> pursuits) throws InterruptedException {
        Optional<Proposal> next = next(pursuits);
        while (next.isPresent() && spent.plus(next.get().duration()).compareTo(limit) <= 0) {
            measure(next.get());
            next = next(pursuits);
        }
        pursuits.forEach(pursuit -> finished.put(pursuit.goal(), result(pursuit.goal())));
    }

    private static Optional<Proposal> next(List<Pursuit> pursuits) {
        return pursuits.stream().map(Pursuit::next).flatMap(Optional::stream).min(LOWEST_THEN_LONGEST);
    }

    /** Two or three trials, of the strictest goal's kind, show where the limits should be. */
    private List<Pursuit> pursuits() throws InterruptedException {
        Goal strictest =
                goals.stream().min(Comparator.comparingDouble(Goal::lossRatio)).orElseThrow();
        Goal coarsest = strictest.stages().getFirst();
        int first = guess(strictest, coarsest, grid.top());
        int second = first == grid.top() ? first : secondGuess(strictest, coarsest, first);
        return goals.stream()
                .map(goal -> new Pursuit(goal, grid, ledger, Math.min(first, second), Math.max(first, second)))
                .toList();
    }

    private int secondGuess(Goal strictest, Goal coarsest, int first) throws InterruptedException {
        int reached = guess(strictest, coarsest, first);
        int width = grid.width(coarsest);
        int second = reached < first ? Math.min(reached, first - width) : first + width;
        int within = Math.clamp(second, 0, grid.top());
        if (within != first) {
            measure(new Proposal(strictest, within, coarsest.finalTrial()));
        }
        return within;
    }

    /** Tries a load, and returns the one at which what came through would have lost just what the goal tolerates. */
    private int guess(Goal strictest, Goal coarsest, int notch) throws InterruptedException {
        Trial trial = measure(new Proposal(strictest, notch, coarsest.finalTrial()));
        return trial.lossRatio() <= strictest.lossRatio()
                ? notch
                : grid.notchAtMost(trial.forwardingRate() / (1 - strictest.lossRatio()));
    }

    private Trial measure(Proposal proposal) throws InterruptedException {
        double load = grid.load(proposal.notch());
        Trial trial = new Trial(load, proposal.duration(), measurer.lossRatio(load, proposal.duration()));
        ledger.add(proposal.notch(), trial);
        spent = spent.plus(proposal.duration());
        listener.onTrial(
                trial,
                proposal.goal(),
                ledger.sums(proposal.goal(), proposal.notch()).bound(),
                results());
        return trial;
    }

    private GoalResult result(Goal goal) {
        Bounds bounds = ledger.bounds(goal);
        Integer lower = bounds.lower();
        Integer upper = bounds.upper();
        return new GoalResult(
                goal,
                load(lower),
                load(upper),
                lower == null ? OptionalDouble.empty() : OptionalDouble.of(conditionalThroughput(goal, lower)),
                ending(goal, bounds));
    }

    private Ending ending(Goal goal, Bounds bounds) {
        if (!grid.isReached(goal, bounds)) {
            return Ending.UNFINISHED;
        }
        if (bounds.lower() == null) {
            return Ending.NO_LOWER_BOUND;
        }
        return bounds.upper() == null ? Ending.NO_UPPER_BOUND : Ending.REGULAR;
    }

    private double conditionalThroughput(Goal goal, int notch) {
        return ledger.sums(goal, notch).conditionalThroughput(grid.load(notch), ledger.at(notch));
    }

    private OptionalDouble load(@Nullable Integer notch) {
        return notch == null ? OptionalDouble.empty() : OptionalDouble.of(grid.load(notch));
    }
}
