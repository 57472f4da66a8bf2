package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** What becomes of a suspicion when fresh pairs were asked. Stateless. */
final class Confirmation {
    private Confirmation() {}

    /** Whether every suspicion was confirmed, so that asking again adds nothing. */
    static boolean isComplete(List<Judgement> suspicions, List<Judgement> confirmations) {
        return suspicions.stream()
                .filter(suspicion -> suspicion.verdict().isCall())
                .allMatch(suspicion -> isConfirmed(suspicion, of(suspicion.metric(), confirmations)));
    }

    /**
     * The verdict on one metric.
     *
     * @param all what all pairs together say
     * @param suspicions what the first stage says of each metric
     * @param confirmations what the second stage says of each metric; empty if there was none
     * @param isOutOfTime whether the limit kept a round from being run
     */
    static Judgement conclude(
            Judgement all, List<Judgement> suspicions, List<Judgement> confirmations, boolean isOutOfTime) {
        Optional<Judgement> suspicion =
                of(all.metric(), suspicions).filter(each -> each.verdict().isCall());
        boolean isConfirmed = suspicion.isPresent() && isConfirmed(suspicion.get(), of(all.metric(), confirmations));
        if (isConfirmed || (suspicion.isEmpty() && !all.verdict().isCall())) {
            return all;
        }
        if (all.verdict() == Verdict.SAME) {
            return all;
        }
        String why = confirmations.isEmpty()
                ? "suspected, but there was no time for the fresh pairs that must confirm it"
                : "suspected, but fresh pairs did not confirm it";
        return all.with(Verdict.INCONCLUSIVE, isOutOfTime && !confirmations.isEmpty() ? why + " in time" : why);
    }

    private static boolean isConfirmed(Judgement suspicion, Optional<Judgement> confirmation) {
        return confirmation
                .filter(fresh -> fresh.interval().excludesZero())
                .filter(fresh -> Math.signum(fresh.effect()) == Math.signum(suspicion.effect()))
                .isPresent();
    }

    private static Optional<Judgement> of(Metric metric, List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.metric().equals(metric))
                .findFirst();
    }
}
