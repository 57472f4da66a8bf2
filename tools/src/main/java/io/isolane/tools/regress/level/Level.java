package io.isolane.tools.regress.level;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where each metric may be: the baseline's level, less what was accepted. Immutable.
 *
 * <p>An acceptance holds against the baseline that it was given for. As soon as the baseline is another, usually one that has the slow change itself, it is
 * without effect: otherwise it would excuse the next slow-down too.
 *
 * @param schema {@value #SCHEMA}
 * @param version of the schema: {@value #VERSION}
 * @param accepted the latest for each metric and baseline
 */
public record Level(String schema, int version, List<Acceptance> accepted) {
    /** Names the kind of file. */
    public static final String SCHEMA = "isolane-regress-level";

    /** What this program writes and reads. */
    public static final int VERSION = 1;

    /** Nothing was accepted. */
    public static final Level NONE = new Level(SCHEMA, VERSION, List.of());

    public Level {
        accepted = List.copyOf(accepted);
    }

    /**
     * What is left of a judgement. Only slower ones change: those that are not worse than what was accepted by the change asked about become the same.
     *
     * @param baseline id of the commit, or the jar's SHA-256
     */
    public Judgement weigh(Judgement judgement, String baseline, double threshold) {
        Optional<Acceptance> acceptance = of(judgement.metric(), baseline);
        if (judgement.verdict() != Verdict.SLOWER || acceptance.isEmpty()) {
            return judgement;
        }
        double share = 1 + acceptance.get().effect();
        Interval interval = judgement.interval();
        Interval beyond = new Interval(
                (1 + interval.low()) / share - 1, (1 + interval.high()) / share - 1, interval.confidence());
        Judge judge = new Judge(threshold, interval.confidence());
        boolean isWorse = judge.verdict((1 + judgement.effect()) / share - 1, beyond) == Verdict.SLOWER;
        return judgement.with(isWorse ? Verdict.SLOWER : Verdict.SAME, why(judgement, acceptance.get(), isWorse));
    }

    /** Whether a judgement that was weighed is the same only because of what was accepted. */
    public boolean excuses(Judgement weighed, String baseline) {
        return weighed.verdict() == Verdict.SAME
                && of(weighed.metric(), baseline)
                        .filter(acceptance -> why(weighed, acceptance, false).equals(weighed.reason()))
                        .isPresent();
    }

    /**
     * With every slow-down of these judgements accepted as it is, in the place of what was accepted of the same metrics before.
     *
     * @param baseline id of the commit, or the jar's SHA-256
     */
    public Level accepting(List<Judgement> judgements, String baseline, String candidate, String reason, Instant now) {
        List<Acceptance> fresh = judgements.stream()
                .filter(judgement -> judgement.verdict() == Verdict.SLOWER)
                .map(judgement ->
                        new Acceptance(judgement.metric(), baseline, candidate, judgement.effect(), reason, now))
                .toList();
        Stream<Acceptance> kept = accepted.stream()
                .filter(old -> fresh.stream()
                        .noneMatch(one -> one.metric().equals(old.metric())
                                && one.baseline().equals(old.baseline())));
        return new Level(SCHEMA, VERSION, Stream.concat(kept, fresh.stream()).toList());
    }

    private Optional<Acceptance> of(Metric metric, String baseline) {
        return accepted.stream()
                .filter(each -> each.metric().equals(metric) && each.baseline().equals(baseline))
                .findFirst();
    }

    private static String why(Judgement judgement, Acceptance acceptance, boolean isWorse) {
        return String.format(
                Locale.ROOT,
                "slower by %.1f %%; %.1f %% were accepted on %.10s (%s)%s",
                -100 * judgement.effect(),
                -100 * acceptance.effect(),
                acceptance.on(),
                acceptance.reason(),
                isWorse ? ", and it is worse than that" : "");
    }
}
