package io.isolane.tools.regress.verdict;

import io.isolane.tools.bench.report.Median;
import io.isolane.tools.regress.metric.Direction;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says faster, slower, same or inconclusive. Stateless; any thread.
 *
 * <p>The effect is estimated on logarithms of the values: paired, the Hodges-Lehmann estimate of the ratios within pairs with the interval that
 * Wilcoxon's signed-rank test does not refuse; unpaired, that of all ratios across the sides with the interval of the Mann-Whitney test. Both are exact
 * for any number of values, ask for no shape of the noise, and are little moved by a few values that are far off. Then:
 *
 * <ul>
 *   <li>faster or slower, if the interval excludes zero and the estimate is at least the change asked about;
 *   <li>same, if the interval lies inside plus and minus the change asked about;
 *   <li>else inconclusive.
 * </ul>
 *
 * <p>Of several metrics the chance to call any without cause is held to {@code 1 - confidence} by Holm's step-down: the metric that is
 * surest is judged at {@code (1 - confidence) / m}, the next at {@code (1 - confidence) / (m - 1)}, until one is not sure.
 *
 * @param threshold the change asked about: 0.03 is 3 %
 * @param confidence of all calls together, for example 0.95
 */
public record Judge(double threshold, double confidence) {
    /** @throws IllegalArgumentException if either is not between 0 and 1 */
    public Judge {
        if (!(threshold > 0 && threshold < 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "A threshold of " + threshold + " or a confidence of " + confidence + " is not between 0 and 1");
        }
    }

    /**
     * Two sides of one metric.
     *
     * @param baseline what was before
     * @param candidate what is new, of the same metric
     * @param isPaired whether the values at the same place belong together, as those of neighbouring forks do; then the two have as many
     */
    public record Contest(Samples baseline, Samples candidate, boolean isPaired) {
        /** @throws IllegalArgumentException if the two are of different metrics, or pairs are incomplete */
        public Contest {
            if (!baseline.metric().equals(candidate.metric())) {
                throw new IllegalArgumentException(
                        baseline.metric() + " and " + candidate.metric() + " are not the same metric");
            }
            if (isPaired && baseline.values().size() != candidate.values().size()) {
                throw new IllegalArgumentException("Of " + baseline.metric().label() + " there are "
                        + baseline.values().size() + " and "
                        + candidate.values().size() + " values: no pairs");
            }
        }

        private Metric metric() {
            return baseline.metric();
        }
    }

    /** Of one metric, neighbouring forks paired. */
    public Judgement paired(Samples baseline, Samples candidate) {
        return judge(List.of(new Contest(baseline, candidate, true))).getFirst();
    }

    /** Of one metric, values of the two sides independent of each other. */
    public Judgement unpaired(Samples baseline, Samples candidate) {
        return judge(List.of(new Contest(baseline, candidate, false))).getFirst();
    }

    /** Of several metrics together; the judgements come in the order of the contests. */
    public List<Judgement> judge(List<Contest> contests) {
        List<Shifts> shifts = contests.stream().map(Judge::shifts).toList();
        List<Integer> surestFirst = IntStream.range(0, contests.size())
                .boxed()
                .sorted(Comparator.comparingDouble(index -> shifts.get(index).pValue()))
                .toList();
        Judgement[] judgements = new Judgement[contests.size()];
        int undecided = contests.size();
        for (int index : surestFirst) {
            double allowed = (1 - confidence) / undecided;
            judgements[index] = judgement(contests.get(index), shifts.get(index), 1 - allowed);
            if (shifts.get(index).pValue() <= allowed) {
                undecided--;
            }
        }
        return List.of(judgements);
    }

    private Judgement judgement(Contest contest, Shifts shifts, double level) {
        Interval interval = new Interval(Math.expm1(shifts.low(1 - level)), Math.expm1(shifts.high(1 - level)), level);
        double effect = Math.expm1(shifts.estimate());
        Verdict verdict = verdict(effect, interval);
        return new Judgement(
                contest.metric(),
                verdict,
                median(contest.baseline()),
                median(contest.candidate()),
                effect,
                interval,
                contest.baseline().values().size(),
                contest.candidate().values().size(),
                Reasons.of(verdict, effect, interval, threshold));
    }

    /** What an effect and its interval come to. */
    public Verdict verdict(double effect, Interval interval) {
        boolean isLargeEnough = Math.abs(Math.log1p(effect)) >= Math.log1p(threshold);
        if (interval.excludesZero() && isLargeEnough) {
            return effect > 0 ? Verdict.FASTER : Verdict.SLOWER;
        }
        return interval.isWithin(threshold) ? Verdict.SAME : Verdict.INCONCLUSIVE;
    }

    private static Shifts shifts(Contest contest) {
        double[] before = logarithms(contest.baseline());
        double[] after = logarithms(contest.candidate());
        return contest.isPaired() ? Shifts.paired(before, after) : Shifts.unpaired(before, after);
    }

    /** Of the values, so that more is better: their negatives where less is. */
    private static double[] logarithms(Samples samples) {
        double floor = samples.metric().floor();
        double sign = samples.metric().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        return samples.values().stream()
                .mapToDouble(value -> sign * Math.log(Math.max(value, floor)))
                .toArray();
    }

    private static double median(Samples samples) {
        return Median.of(
                samples.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
