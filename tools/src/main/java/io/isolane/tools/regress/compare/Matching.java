package io.isolane.tools.regress.compare;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.StoredMetric;
import io.isolane.tools.regress.verdict.Judge.Contest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which metrics of two sides are the same, and whether they may be compared. Confined to its thread.
 */
final class Matching {
    private static final int SHOWN = 6;

    private final StoredSide baseline;
    private final StoredSide candidate;
    private final List<Metric> shared;

    Matching(StoredSide baseline, StoredSide candidate) {
        this.baseline = baseline;
        this.candidate = candidate;
        this.shared = baseline.metrics().keySet().stream()
                .filter(candidate.metrics()::containsKey)
                .toList();
    }

    /** @throws InvalidResultsException if the two measured different things, or the same in different units */
    void requireComparable() throws InvalidResultsException {
        if (baseline.writer() != candidate.writer()) {
            throw new InvalidResultsException(
                    baseline.name() + " is " + baseline.writer().label() + " and " + candidate.name() + " is "
                            + candidate.writer().label() + ": compare two files that one program wrote");
        }
        requireSameUnits();
        if (shared.isEmpty()) {
            throw nothingShared();
        }
    }

    /**
     * What differs between the machines and JVMs of the shared metrics, with the places that say so.
     *
     * @return sentences without full stop; empty if they are alike as far as the files say
     */
    Set<String> unlikeMachines() {
        Set<String> differences = new LinkedHashSet<>();
        for (Metric metric : shared) {
            of(baseline, metric).machine().differences(of(candidate, metric).machine()).stream()
                    .filter(difference -> differences.stream().noneMatch(said -> said.endsWith(difference)))
                    .forEach(difference -> differences.add(of(baseline, metric).place() + " and "
                            + of(candidate, metric).place() + ": " + difference));
        }
        return differences;
    }

    List<Contest> contests() {
        return shared.stream()
                .map(metric -> new Contest(
                        of(baseline, metric).samples(), of(candidate, metric).samples(), false))
                .toList();
    }

    /** What a reader should know beside the verdicts. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        onlyIn(baseline, candidate, remarks);
        onlyIn(candidate, baseline, remarks);
        settings(remarks);
        if (!baseline.writer().namesMachine()) {
            remarks.add(
                    "JMH's files do not name the machine: that both sides ran on the same one, equally idle, is not known.");
        }
        Set<String> notes = new LinkedHashSet<>(baseline.notes());
        notes.addAll(candidate.notes());
        remarks.addAll(notes);
        return remarks;
    }

    private void requireSameUnits() throws InvalidResultsException {
        for (StoredMetric one : baseline.metrics().values()) {
            for (StoredMetric other : candidate.metrics().values()) {
                if (isSameButForUnit(one.metric(), other.metric())
                        && !candidate.metrics().containsKey(one.metric())) {
                    throw new InvalidResultsException(one.place() + " has "
                            + one.metric().label() + " in "
                            + one.metric().unit() + ", " + other.place() + " in "
                            + other.metric().unit() + ": measure both in the same mode and unit (JMH: -bm, -tu)");
                }
            }
        }
    }

    private static boolean isSameButForUnit(Metric one, Metric other) {
        return one.benchmark().equals(other.benchmark())
                && one.parameters().equals(other.parameters())
                && one.name().equals(other.name())
                && !one.unit().equals(other.unit());
    }

    private InvalidResultsException nothingShared() {
        StoredMetric one = baseline.metrics().firstEntry().getValue();
        boolean isSameBenchmark = candidate.metrics().keySet().stream()
                .anyMatch(metric -> metric.benchmark().equals(one.metric().benchmark()));
        StoredMetric other = candidate.metrics().values().stream()
                .filter(metric -> !isSameBenchmark
                        || metric.metric().benchmark().equals(one.metric().benchmark()))
                .findFirst()
                .orElseThrow();
        return new InvalidResultsException(
                "Nothing to compare: no " + (isSameBenchmark ? "parameters are" : "benchmark is")
                        + " in both. " + described(one) + "; " + described(other)
                        + ". Give two results of the same benchmarks with the same parameters.");
    }

    private static String described(StoredMetric metric) {
        return metric.place() + " has " + metric.metric().benchmark() + " "
                + metric.metric().parameters();
    }

    private static void onlyIn(StoredSide one, StoredSide other, List<String> remarks) {
        List<Metric> missing = one.metrics().keySet().stream()
                .filter(metric -> !other.metrics().containsKey(metric))
                .toList();
        if (!missing.isEmpty()) {
            remarks.add("Only in " + one.name() + ", so not judged: "
                    + missing.stream().limit(SHOWN).map(Metric::label).collect(Collectors.joining(", "))
                    + (missing.size() > SHOWN ? " and " + (missing.size() - SHOWN) + " more" : "") + ".");
        }
    }

    private void settings(List<String> remarks) {
        Set<String> differences = new TreeSet<>();
        for (Metric metric : shared) {
            of(baseline, metric).settings().forEach((name, value) -> {
                String there = of(candidate, metric).settings().getOrDefault(name, value);
                if (!there.equals(value)) {
                    differences.add(name + " " + value + " and " + there);
                }
            });
        }
        if (!differences.isEmpty()) {
            remarks.add("The two sides were measured in different ways, which alone can change a figure: "
                    + String.join("; ", differences) + ".");
        }
    }

    private static StoredMetric of(StoredSide side, Metric metric) {
        StoredMetric found = side.metrics().get(metric);
        if (found == null) {
            throw new IllegalArgumentException(metric + " is not in " + side.name());
        }
        return found;
    }
}
