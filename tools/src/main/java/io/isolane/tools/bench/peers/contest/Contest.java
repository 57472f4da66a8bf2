package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.work.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rounds of all that can do a work, ours first in each, so that what the machine does meanwhile hits all alike. Who fails is not tried again
 * at that work, and the others go on. Confined to its thread.
 */
public final class Contest {
    private static final int LONGEST_REASON = 200;

    private final List<Contender> contenders;
    private final int rounds;
    private final Listener listener;

    /** Is told what is being done. */
    @FunctionalInterface
    public interface Listener {
        /** A measurement begins; rounds count from 1. */
        void begin(Work work, int round, Contender contender);
    }

    /** A contest of so many rounds among {@code contenders}, in this order in each. */
    public Contest(List<Contender> contenders, int rounds, Listener listener) {
        this.contenders = List.copyOf(contenders);
        this.rounds = rounds;
        this.listener = listener;
    }

    /** Those that can do it, whether anything is missing for it or not. */
    public List<Outcome> enter(Work work) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Contender contender : contenders) {
            if (contender.can(work)) {
                Outcome outcome = new Outcome(contender, work);
                contender.missing().ifPresent(outcome::fail);
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    /**
     * Measures all rounds of a work.
     *
     * @param outcomes of {@link #enter}, which are added to
     * @throws InterruptedException if the thread was interrupted; what was measured before stands
     */
    public void run(List<Outcome> outcomes) throws InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (Outcome outcome : outcomes) {
                if (outcome.problem().isEmpty()) {
                    measure(outcome, round);
                }
            }
        }
    }

    private void measure(Outcome outcome, int round) throws InterruptedException {
        listener.begin(outcome.work(), round, outcome.contender());
        try {
            outcome.add(round, outcome.contender().measure(outcome.work()));
        } catch (IOException | IllegalStateException failure) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted in round " + round);
            }
            outcome.fail(line(failure));
        }
    }

    /** Every message in one line that a table has room for. */
    private static String line(Exception failure) {
        String message = Optional.ofNullable(failure.getMessage())
                .orElse(failure.toString())
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll("\\.$", "");
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + " ...";
    }
}
