package io.isolane.tools.regress.compare;

import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Judge.Contest;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges two sides whose values are independent of each other. Immutable.
 *
 * @param judge says what counts as a change, and how sure it must be
 * @param areUnlikeMachinesAllowed whether results of unlike machines or JVMs are judged all the same, with a remark
 */
record StoredComparison(Judge judge, boolean areUnlikeMachinesAllowed) {
    /** @throws InvalidResultsException if the two cannot be compared, or must not be */
    Comparison of(StoredSide baseline, StoredSide candidate) throws InvalidResultsException {
        Matching matching = new Matching(baseline, candidate);
        matching.requireComparable();
        List<String> remarks = new ArrayList<>();
        Set<String> differences = matching.unlikeMachines();
        if (!differences.isEmpty()) {
            remarks.add(unlike(differences));
        }
        remarks.addAll(matching.remarks());
        List<Contest> contests = matching.contests();
        int fewest = fewest(contests.size());
        List<Judgement> judgements = judge.judge(contests).stream()
                .map(judgement -> withAdvice(judgement, fewest, contests.size(), baseline.writer()))
                .toList();
        return new Comparison(baseline.side(), candidate.side(), judge.threshold(), judgements, remarks);
    }

    private String unlike(Set<String> differences) throws InvalidResultsException {
        String said = String.join("; ", differences);
        if (!areUnlikeMachinesAllowed) {
            throw new InvalidResultsException(
                    "Unlike machines or JVMs: " + said
                            + ". A difference would say nothing about the code: measure both on the same, or say --allow-unlike-machines.");
        }
        return "Unlike machines or JVMs, compared because --allow-unlike-machines was given: " + said + ".";
    }

    /** So many values a side that complete separation of the two could be called, if every metric is as unsure as the first. */
    private int fewest(int metrics) {
        double allowed = (1 - judge.confidence()) / metrics;
        double chance = 1;
        int values = 0;
        while (2 * chance > allowed) {
            values++;
            chance *= values / (2.0 * (2 * values - 1));
        }
        return values;
    }

    private static Judgement withAdvice(Judgement judgement, int fewest, int metrics, Writer writer) {
        int least = Math.min(judgement.baselineSamples(), judgement.candidateSamples());
        if (judgement.verdict() != Verdict.INCONCLUSIVE || judgement.interval().isBounded() || least >= fewest) {
            return judgement;
        }
        String found = judgement.baselineSamples() + " and " + judgement.candidateSamples();
        String advice = writer == Writer.JMH
                ? ": " + found + " forks, and iterations of one fork are not independent; measure with -f " + fewest
                : ": " + found + " runs; give directories with " + fewest + " results each";
        String together = metrics > 1 ? ", or select fewer of the " + metrics + " metrics with --only" : "";
        return judgement.with(Verdict.INCONCLUSIVE, judgement.reason() + advice + together);
    }
}
