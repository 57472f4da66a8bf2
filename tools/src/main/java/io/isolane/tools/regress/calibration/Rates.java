package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.verdict.Share;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often the gate said what of candidates that were slowed alike. Immutable.
 *
 * @param slowdown by how much: 0.05 is 5 %
 * @param verdicts how many experiments ended so; every verdict is there
 * @param calls how many claimed a difference of any metric
 * @param medianSeconds of the time that an experiment's forks took
 */
record Rates(double slowdown, Map<Verdict, Share> verdicts, Share calls, double medianSeconds) {
    Rates {
        verdicts = Map.copyOf(verdicts);
    }

    static Rates of(double slowdown, List<Outcome> outcomes) {
        Map<Verdict, Share> verdicts = new TreeMap<>();
        for (Verdict verdict : Verdict.values()) {
            long count = outcomes.stream()
                    .filter(outcome -> outcome.verdict() == verdict)
                    .count();
            verdicts.put(verdict, new Share((int) count, outcomes.size()));
        }
        long calls = outcomes.stream().filter(Outcome::isCall).count();
        double[] seconds =
                outcomes.stream().mapToDouble(Outcome::seconds).sorted().toArray();
        return new Rates(
                slowdown, verdicts, new Share((int) calls, outcomes.size()), seconds[(seconds.length - 1) / 2]);
    }

    Share share(Verdict verdict) {
        Share share = verdicts.get(verdict);
        if (share == null) {
            throw new IllegalStateException("no share of " + verdict);
        }
        return share;
    }
}
