package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.gate.Gate;
import io.isolane.tools.regress.gate.GateListener;
import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Runs the gate on forks that are drawn instead of measured. The ruler, which can only take a call back, is not drawn. The n-th experiment
 * begins at the same place with the same coins at every slow-down, so that the curve of found slow-downs is smooth. Immutable; any thread.
 *
 * @param pool where they are drawn from
 * @param design how the gate decides
 * @param seed the same seed, the same experiments
 */
record Experiments(Pool pool, Design design, long seed) {
    /** @throws IllegalArgumentException if the pool is smaller than one experiment can be */
    Experiments {
        int largest = Design.MAX_ROUNDS * 2 * design.pairs();
        if (pool.forks().size() < largest) {
            throw new IllegalArgumentException("the pool has " + pool.forks().size()
                    + " forks, and an experiment of " + design.pairs() + " pairs a round takes up to " + largest
                    + ": gather more, or give fewer --pairs");
        }
    }

    /** The rates of {@code draws} experiments, each decided on any core. */
    Rates run(double slowdown, int draws) {
        List<Outcome> outcomes = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> outcome(draw, slowdown))
                .toList();
        return Rates.of(slowdown, outcomes);
    }

    private Outcome outcome(int draw, double slowdown) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + draw);
        DrawnForks forks = new DrawnForks(pool, random.nextInt(pool.forks().size()), slowdown);
        Gate gate = new Gate(design, random.nextLong(), forks, GateListener.NONE);
        try {
            List<Judgement> judgements = gate.run();
            return new Outcome(
                    Comparison.verdict(judgements),
                    judgements.stream()
                            .anyMatch(judgement -> judgement.verdict().isCall()),
                    gate.forks().stream().mapToDouble(Fork::seconds).sum());
        } catch (IOException unexpected) {
            throw new IllegalStateException("a fork that is drawn cannot fail", unexpected);
        }
    }
}
