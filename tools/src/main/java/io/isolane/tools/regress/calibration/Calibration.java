package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.result.Pool.Header;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a calibration found and whether it kept what is asked of the gate. Immutable.
 *
 * @param schema {@value #SCHEMA}
 * @param version of the schema: {@value #VERSION}
 * @param pool the pool in words
 * @param header what the pool's forks share
 * @param design how the gate decided
 * @param draws experiments for each slow-down
 * @param seed of the draws
 * @param limits what is asked
 * @param rates one for each slow-down
 */
record Calibration(
        String schema,
        int version,
        String pool,
        Header header,
        Design design,
        int draws,
        long seed,
        Limits limits,
        List<Rates> rates) {
    static final String SCHEMA = "isolane-regress-calibration";
    static final int VERSION = 1;

    Calibration {
        rates = List.copyOf(rates);
    }

    /**
     * What is asked of the gate. Immutable.
     *
     * @param mostCalls the share of experiments with nothing changed in which a difference may be called
     * @param slowdown the slow-down that must be found
     * @param leastFound the share of experiments in which it must be found
     */
    record Limits(double mostCalls, double slowdown, double leastFound) {}

    /** Whether both limits are kept, as far as they were asked. */
    boolean isKept() {
        return isQuiet().orElse(true) && isSensitive().orElse(true);
    }

    /** What is kept and what is not, in sentences. */
    List<String> conclusions() {
        return List.of(
                isQuiet().map(this::ofCalls).orElse("Calls of the same code: not asked (--slowdowns without 0)."),
                isSensitive()
                        .map(this::ofFound)
                        .orElse("Found slow-downs: not asked (--slowdowns without " + percent(limits.slowdown) + ")."));
    }

    private String ofCalls(boolean isKept) {
        return "Of the same code a difference is called in "
                + at(0).orElseThrow().calls().inWords() + " of experiments; at most " + percent(limits.mostCalls)
                + (isKept ? " are allowed: kept." : " are allowed: NOT KEPT.");
    }

    private String ofFound(boolean isKept) {
        return "A slow-down of " + percent(limits.slowdown) + " is found in "
                + at(limits.slowdown).orElseThrow().share(Verdict.SLOWER).inWords() + " of experiments; at least "
                + percent(limits.leastFound) + (isKept ? " are asked: kept." : " are asked: NOT KEPT.");
    }

    private Optional<Boolean> isQuiet() {
        return at(0).map(rate -> rate.calls().value() <= limits.mostCalls);
    }

    private Optional<Boolean> isSensitive() {
        return at(limits.slowdown).map(rate -> rate.share(Verdict.SLOWER).value() >= limits.leastFound);
    }

    private Optional<Rates> at(double slowdown) {
        return rates.stream()
                .filter(rate -> Math.abs(rate.slowdown() - slowdown) < 1e-9)
                .findFirst();
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share).replaceFirst("\\.?0+$", "") + " %";
    }
}
