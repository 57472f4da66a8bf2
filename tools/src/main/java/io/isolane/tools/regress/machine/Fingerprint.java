package io.isolane.tools.regress.machine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Facts about the machine and the JVM of a result that must be alike for two results to be compared: {@code cpu}, {@code cores},
 * {@code kernel} and so on. A fact that one of two results does not have is no difference. Immutable.
 *
 * @param facts values by name, sorted
 */
public record Fingerprint(SortedMap<String, String> facts) {
    /** Nothing known: like every other. */
    public static final Fingerprint UNKNOWN = new Fingerprint(new TreeMap<>());

    public Fingerprint {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** Facts in any order. */
    public static Fingerprint of(Map<String, String> facts) {
        return new Fingerprint(new TreeMap<>(facts));
    }

    /** What differs, each as {@code name: one here, another there}; empty if the two are alike. */
    public List<String> differences(Fingerprint other) {
        return facts.entrySet().stream()
                .filter(fact -> other.facts.containsKey(fact.getKey()))
                .filter(fact -> !fact.getValue().equals(other.facts.get(fact.getKey())))
                .map(fact -> fact.getKey() + ": " + fact.getValue() + " and " + other.facts.get(fact.getKey()))
                .toList();
    }

    /** The facts in a row, as {@code cores 2, cpu AMD EPYC}; empty if nothing is known. */
    public String text() {
        return facts.entrySet().stream()
                .filter(fact -> !fact.getValue().isBlank())
                .map(fact -> fact.getKey() + " " + fact.getValue())
                .collect(Collectors.joining(", "));
    }
}
