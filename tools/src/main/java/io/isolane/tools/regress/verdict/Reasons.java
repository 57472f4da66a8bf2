package io.isolane.tools.regress.verdict;

import java.util.Locale;

/** Verdicts in words. Stateless. */
final class Reasons {
    private Reasons() {}

    static String of(Verdict verdict, double effect, Interval interval, double threshold) {
        return switch (verdict) {
            case FASTER, SLOWER ->
                String.format(
                        Locale.ROOT,
                        "%s by %s, which is surely not chance and at least the %s asked about",
                        verdict.label(),
                        percent(Math.abs(effect)),
                        percent(threshold));
            case SAME -> String.format(Locale.ROOT, "a change of %s either way is ruled out", percent(threshold));
            case INCONCLUSIVE -> inconclusive(effect, interval, threshold);
        };
    }

    private static String inconclusive(double effect, Interval interval, double threshold) {
        if (!interval.isBounded()) {
            return String.format(Locale.ROOT, "too few values for a confidence of %s", percent(interval.confidence()));
        }
        if (interval.excludesZero()) {
            return String.format(
                    Locale.ROOT,
                    "surely %s, but whether by the %s asked about is not sure",
                    effect > 0 ? "faster" : "slower",
                    percent(threshold));
        }
        return String.format(
                Locale.ROOT,
                "the noise was larger than the %s asked about: the change is between %+.1f %% and %+.1f %%",
                percent(threshold),
                100 * interval.low(),
                100 * interval.high());
    }

    private static String percent(double share) {
        String digits = String.format(Locale.ROOT, "%.2f", 100 * share).replaceFirst("\\.?0+$", "");
        return digits + " %";
    }
}
