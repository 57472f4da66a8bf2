package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.verdict.Judgement;
import java.util.Locale;

/** Figures in words. Stateless. */
final class Figures {
    private Figures() {}

    static String of(Reading reading) {
        return String.format(
                Locale.ROOT, "%.4g %s", reading.value(), reading.metric().unit());
    }

    /** One line. */
    static String of(Judgement judgement) {
        return String.format(
                Locale.ROOT,
                "%-12s %s: %.4g -> %.4g %s, %+.1f %% [%+.1f, %+.1f] (%d pairs): %s",
                judgement.verdict().label(),
                judgement.metric().label(),
                judgement.baseline(),
                judgement.candidate(),
                judgement.metric().unit(),
                100 * judgement.effect(),
                100 * judgement.interval().low(),
                100 * judgement.interval().high(),
                judgement.baselineSamples(),
                judgement.reason());
    }
}
