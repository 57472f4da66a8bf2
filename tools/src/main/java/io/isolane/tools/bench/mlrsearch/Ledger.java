package io.isolane.tools.bench.mlrsearch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All trials of a search, by load. Confined to its thread. */
final class Ledger {
    private final NavigableMap<Integer, List<Trial>> trials = new TreeMap<>();

    /**
     * The bounds that count (RFC 9971: Relevant Upper Bound, Relevant Lower Bound).
     *
     * @param lower largest lower bound below {@code upper}, as a notch; null if there is none
     * @param upper smallest upper bound, as a notch; null if there is none
     */
    record Bounds(@Nullable Integer lower, @Nullable Integer upper) {
        /** True for what lies between them, which is undecided then. */
        boolean encloses(int notch) {
            return (lower == null || lower < notch) && (upper == null || notch < upper);
        }
    }

    void add(int notch, Trial trial) {
        trials.computeIfAbsent(notch, absent -> new ArrayList<>()).add(trial);
    }

    List<Trial> at(int notch) {
        return Collections.unmodifiableList(trials.getOrDefault(notch, List.of()));
    }

    LoadSums sums(Goal goal, int notch) {
        return LoadSums.of(goal, at(notch));
    }

    /** The relevant bounds of {@code goal}: where a load fails, a higher load that passed is taken for a fluke. */
    Bounds bounds(Goal goal) {
        Integer lower = null;
        for (Map.Entry<Integer, List<Trial>> load : trials.entrySet()) {
            switch (LoadSums.of(goal, load.getValue()).bound()) {
                case UPPER -> {
                    return new Bounds(lower, load.getKey());
                }
                case LOWER -> lower = load.getKey();
                case UNDECIDED -> {}
            }
        }
        return new Bounds(lower, null);
    }
}
