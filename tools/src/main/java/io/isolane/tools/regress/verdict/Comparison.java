package io.isolane.tools.regress.verdict;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two sides and what is said of every metric they share. Immutable.
 *
 * @param baseline what was before
 * @param candidate what is new
 * @param threshold the change asked about: 0.03 is 3 %
 * @param judgements one for each metric, in the metrics' order
 * @param remarks sentences about the whole: of the machine, the ruler, metrics that only one side has
 */
public record Comparison(
        Side baseline, Side candidate, double threshold, List<Judgement> judgements, List<String> remarks) {
    /** Exit code: every metric is the same or faster. */
    public static final int SAME_OR_FASTER = 0;

    /** Exit code: at least one metric is slower. */
    public static final int SLOWER = 1;

    /** Exit code: nothing is slower as far as one can say, and of some metric one cannot. */
    public static final int INCONCLUSIVE = 3;

    public Comparison {
        judgements = List.copyOf(judgements);
        remarks = List.copyOf(remarks);
    }

    /** Slower if any metric is; else inconclusive if any is or there is none; else faster if any is; else the same. */
    public Verdict verdict() {
        return verdict(judgements);
    }

    /** What is said of all these together, as {@link #verdict()} has it. */
    public static Verdict verdict(List<Judgement> judgements) {
        Set<Verdict> verdicts = judgements.stream().map(Judgement::verdict).collect(Collectors.toSet());
        if (verdicts.contains(Verdict.SLOWER)) {
            return Verdict.SLOWER;
        }
        if (verdicts.isEmpty() || verdicts.contains(Verdict.INCONCLUSIVE)) {
            return Verdict.INCONCLUSIVE;
        }
        return verdicts.contains(Verdict.FASTER) ? Verdict.FASTER : Verdict.SAME;
    }

    /** What the process exits with: 0 same or faster, 1 slower, 3 inconclusive. 2, wrong use, never comes from a comparison. */
    public int exitCode() {
        return switch (verdict()) {
            case FASTER, SAME -> SAME_OR_FASTER;
            case SLOWER -> SLOWER;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
