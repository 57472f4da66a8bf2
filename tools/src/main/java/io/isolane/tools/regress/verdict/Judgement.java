package io.isolane.tools.regress.verdict;

import io.isolane.tools.regress.metric.Metric;

/**
 * What is said of one metric, and why. Immutable.
 *
 * @param metric what was compared
 * @param verdict faster, slower, same or inconclusive
 * @param baseline median of the baseline's values, in the metric's unit
 * @param candidate median of the candidate's values, in the metric's unit
 * @param effect change relative to the baseline in the better direction: +0.05 is 5 % better, whatever the unit
 * @param interval where the effect lies
 * @param baselineSamples how many values the baseline had
 * @param candidateSamples how many values the candidate had
 * @param reason the verdict in words: a sentence without full stop
 */
public record Judgement(
        Metric metric,
        Verdict verdict,
        double baseline,
        double candidate,
        double effect,
        Interval interval,
        int baselineSamples,
        int candidateSamples,
        String reason) {

    /** The same figures with another verdict. */
    public Judgement with(Verdict other, String why) {
        return new Judgement(
                metric, other, baseline, candidate, effect, interval, baselineSamples, candidateSamples, why);
    }
}
