package io.isolane.tools.regress.report;

import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.List;
import java.util.Map;

/** A comparison whose names would break out of any report that takes them as they are. */
final class Hostile {
    static final String NAME = "a.B.<script>alert('x')</script>&amp;\"|`**bold**`\u0000\u001b[31m\n@everyone";

    private Hostile() {}

    /** One metric of each verdict. */
    static Comparison comparison() {
        return new Comparison(
                new Side(NAME, Fingerprint.of(Map.of("cpu", NAME)), List.of()),
                new Side("candidate", Fingerprint.of(Map.of("host", "lab<1>")), List.of()),
                0.03,
                List.of(
                        judgement("p99", Verdict.SLOWER, -0.08, new Interval(-0.1, -0.06, 0.99)),
                        judgement("p50", Verdict.FASTER, 0.3, new Interval(0.2, 14, 0.99)),
                        judgement("score", Verdict.SAME, 0.001, new Interval(-0.01, 0.01, 0.99)),
                        judgement(
                                "p99.9",
                                Verdict.INCONCLUSIVE,
                                -0.2,
                                new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0.99))),
                List.of("Only in " + NAME + "."));
    }

    private static Judgement judgement(String figure, Verdict verdict, double effect, Interval interval) {
        return new Judgement(
                Metric.of(NAME, Map.of("key]]>", "<value>"), figure, "ns"),
                verdict,
                1000,
                1080,
                effect,
                interval,
                12,
                12,
                "because of " + NAME);
    }
}
