package io.isolane.tools.regress.compare;

import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.StoredMetric;
import io.isolane.tools.regress.stored.StoredResults;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import io.isolane.tools.regress.verdict.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One side of a comparison: a file, or several whose values are repetitions of each other. Immutable.
 *
 * @param name as it was given
 * @param writer who wrote the files
 * @param metrics by what was measured, in the order of the files
 * @param notes of the files
 */
record StoredSide(String name, Writer writer, SequencedMap<Metric, StoredMetric> metrics, List<String> notes) {
    StoredSide {
        metrics = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metrics));
        notes = List.copyOf(notes);
    }

    /**
     * Files put together, each a repetition of the others.
     *
     * @param files at least one
     * @throws InvalidResultsException if they were written by different programs
     */
    static StoredSide of(String name, List<StoredResults> files) throws InvalidResultsException {
        StoredResults first = files.getFirst();
        SequencedMap<Metric, StoredMetric> metrics = new LinkedHashMap<>();
        for (StoredResults file : files) {
            if (file.writer() != first.writer()) {
                throw new InvalidResultsException(
                        first.file() + " is " + first.writer().label() + " and " + file.file() + " is "
                                + file.writer().label()
                                + ": they measure different things; keep them in different directories");
            }
            file.metrics().forEach(metric -> metrics.merge(metric.metric(), metric, StoredSide::together));
        }
        List<String> notes =
                files.stream().flatMap(file -> file.notes().stream()).distinct().toList();
        return new StoredSide(name, first.writer(), metrics, notes);
    }

    private static StoredMetric together(StoredMetric one, StoredMetric other) {
        List<Double> values = Stream.concat(one.samples().values().stream(), other.samples().values().stream())
                .toList();
        return new StoredMetric(new Samples(one.metric(), values), one.place(), one.machine(), one.settings());
    }

    /** As the report names it: with the facts that hold for all its metrics. */
    Side side() {
        Map<String, String> facts = new TreeMap<>();
        List<String> varying = new ArrayList<>();
        metrics.values()
                .forEach(metric -> metric.machine().facts().forEach((fact, value) -> {
                    String before = facts.putIfAbsent(fact, value);
                    if (before != null && !before.equals(value)) {
                        varying.add(fact);
                    }
                }));
        facts.keySet().removeAll(varying);
        return new Side(name, Fingerprint.of(facts), List.of());
    }
}
