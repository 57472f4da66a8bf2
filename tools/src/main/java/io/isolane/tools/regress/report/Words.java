package io.isolane.tools.regress.report;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Side;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sentences that every form of a comparison has. Stateless. */
final class Words {
    private Words() {}

    /** The verdict of all, with how many metrics have which. */
    static String summary(Comparison comparison) {
        return "Verdict: " + comparison.verdict().label() + " (" + counts(comparison) + "; exit code "
                + comparison.exitCode() + ")";
    }

    static String counts(Comparison comparison) {
        String counts = Arrays.stream(Verdict.values())
                .filter(verdict -> count(comparison, verdict) > 0)
                .map(verdict -> count(comparison, verdict) + " " + verdict.label())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "no metric" : counts;
    }

    static long count(Comparison comparison, Verdict verdict) {
        return comparison.judgements().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }

    /** How to read the figures. */
    static String legend(Comparison comparison) {
        return String.format(
                Locale.ROOT,
                "Baseline and candidate are medians. A change is to the better if it is +, whatever the unit; it counts from %s on."
                        + " The interval holds it with the confidence that all metrics together ask for.",
                percent(comparison.threshold()));
    }

    /** Parameters that all metrics have alike; empty if there is only one metric to tell. */
    static Map<String, String> shared(Comparison comparison) {
        List<Metric> metrics =
                comparison.judgements().stream().map(Judgement::metric).toList();
        if (metrics.size() < 2) {
            return Map.of();
        }
        Map<String, String> shared = new TreeMap<>(metrics.getFirst().parameters());
        metrics.forEach(
                metric -> shared.entrySet().retainAll(metric.parameters().entrySet()));
        return shared;
    }

    /** {@link #shared} as {@code name=value}, separated by spaces; empty if there are none. */
    static String sharedParameters(Comparison comparison) {
        return shared(comparison).entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Why each verdict but "same" is what it is; metrics of one reason together. */
    static List<String> reasons(Comparison comparison) {
        Map<String, List<String>> labels = comparison.judgements().stream()
                .filter(judgement -> judgement.verdict() != Verdict.SAME)
                .map(judgement -> Row.of(judgement, shared(comparison)))
                .collect(Collectors.groupingBy(
                        Row::reason, LinkedHashMap::new, Collectors.mapping(Row::label, Collectors.toList())));
        return labels.entrySet().stream()
                .map(entry -> subject(entry.getValue()) + ": " + entry.getKey() + ".")
                .toList();
    }

    private static String subject(List<String> labels) {
        String first = labels.getFirst();
        return labels.size() == 1 ? first : first + " and " + (labels.size() - 1) + " more";
    }

    /** What a side was measured on; empty if nothing is known. */
    static String facts(Side side) {
        return side.machine().text();
    }

    /** What both sides were measured on, or each. */
    static String machine(Comparison comparison) {
        String before = known(facts(comparison.baseline()));
        String after = known(facts(comparison.candidate()));
        return before.equals(after) ? after : "baseline " + before + "; candidate " + after;
    }

    private static String known(String facts) {
        return facts.isEmpty() ? "not known" : facts;
    }

    static String percent(double share) {
        return Quantity.of(100 * share) + " %";
    }
}
