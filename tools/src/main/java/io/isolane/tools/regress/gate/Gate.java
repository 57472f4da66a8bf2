package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.ForkRunner;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs forks until there is a verdict, as {@link Design} says: a first stage that may suspect a change, and a second one of fresh pairs without
 * whose agreement nothing is called. Confined to its thread.
 */
public final class Gate {
    private final Design design;
    private final ForkRunner runner;
    private final GateListener listener;
    private final Schedule schedule;
    private final Judge firstJudge;
    private final Judge secondJudge;
    private final List<Round> rounds = new ArrayList<>();
    private final List<Fork> first = new ArrayList<>();
    private final List<Fork> second = new ArrayList<>();
    private boolean isOutOfTime;

    /**
     * Nothing has run yet.
     *
     * @param seed of the coins that order the pairs: the same seed, the same order
     */
    public Gate(Design design, long seed, ForkRunner runner, GateListener listener) {
        this.design = design;
        this.runner = runner;
        this.listener = listener;
        schedule = new Schedule(seed);
        firstJudge = new Judge(design.threshold(), design.firstConfidence());
        secondJudge = design.lastJudge();
    }

    /**
     * Runs to the end.
     *
     * @throws IOException if a fork failed; {@link #forks} has those that ended before
     */
    public List<Judgement> run() throws IOException {
        List<Judgement> suspicions = look("first look", first, firstJudge);
        if (isOpen(suspicions) && hasTime()) {
            suspicions = look("extension", first, firstJudge);
        }
        if (hasCall(suspicions) && hasTime()) {
            List<Judgement> confirmations = look("confirmation", second, secondJudge);
            if (!Confirmation.isComplete(suspicions, confirmations) && hasTime()) {
                look("extension of the confirmation", second, secondJudge);
            }
        }
        return judgements();
    }

    /** What can be said of the forks so far: never a call that fresh pairs did not confirm. One for each metric. */
    public List<Judgement> judgements() {
        List<Judgement> all = firstJudge.judge(Pairs.contests(forks()));
        List<Judgement> suspicions = firstJudge.judge(Pairs.contests(first));
        List<Judgement> confirmations = secondJudge.judge(Pairs.contests(second));
        return all.stream()
                .map(judgement -> Confirmation.conclude(judgement, suspicions, confirmations, isOutOfTime))
                .toList();
    }

    /** Every fork that ended, in the order they ran. */
    public List<Fork> forks() {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The rounds that ended. */
    public List<Round> rounds() {
        return List.copyOf(rounds);
    }

    private List<Judgement> look(String purpose, List<Fork> stage, Judge judge) throws IOException {
        List<Slot> slots = schedule.next(design.pairs());
        listener.onRound(purpose, slots.size());
        List<Fork> fresh = new ArrayList<>();
        for (Slot slot : slots) {
            Fork fork = runner.run(slot);
            fresh.add(fork);
            stage.add(fork);
            listener.onFork(fork);
        }
        List<Judgement> judgements = judge.judge(Pairs.contests(stage));
        rounds.add(new Round(purpose, fresh, judgements));
        return judgements;
    }

    /** Nothing is suspected, and of something one cannot tell. */
    private static boolean isOpen(List<Judgement> judgements) {
        return !hasCall(judgements)
                && judgements.stream().anyMatch(judgement -> judgement.verdict() == Verdict.INCONCLUSIVE);
    }

    private static boolean hasCall(List<Judgement> judgements) {
        return judgements.stream().anyMatch(judgement -> judgement.verdict().isCall());
    }

    /** Whether another round is likely to end within the limit. */
    private boolean hasTime() {
        List<Fork> done = forks();
        double spent = done.stream().mapToDouble(Fork::seconds).sum();
        isOutOfTime = spent + spent / done.size() * 2 * design.pairs() > design.limitSeconds();
        return !isOutOfTime;
    }
}
