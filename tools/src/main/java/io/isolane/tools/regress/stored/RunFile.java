package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code isolane regress run} keeps: of it the candidate's forks, since that is what was new then. Confined to its thread.
 */
final class RunFile {
    /** How its first member names it. */
    static final String SCHEMA = "isolane-regress-run";

    private static final int VERSION = 1;

    private final Json root;
    private final Map<Metric, List<Double>> values = new LinkedHashMap<>();
    private final Map<Metric, Place> places = new LinkedHashMap<>();

    RunFile(Json root) {
        this.root = root;
    }

    StoredResults read() throws InvalidResultsException {
        Json version = root.member("version");
        if (version.integer() != VERSION) {
            throw version.complaint(
                    "schema '" + SCHEMA + "' version " + version.shown() + ", and this program reads version " + VERSION
                            + "; compare with the program that wrote it, or measure again");
        }
        for (Json fork : root.member("forks").items()) {
            if (fork.member("slot").member("role").text().equalsIgnoreCase("candidate")) {
                readFork(fork);
            }
        }
        if (values.isEmpty()) {
            throw root.member("forks").complaint("no fork of the candidate ended: measure again");
        }
        Fingerprint machine = Fingerprint.of(texts(root.member("machine").member("facts")));
        SortedMap<String, String> settings = new TreeMap<>();
        root.member("settings").members().forEach((name, value) -> settings.put(name, value.shown()));
        List<StoredMetric> metrics = values.entrySet().stream()
                .map(entry -> new StoredMetric(
                        new Samples(entry.getKey(), entry.getValue()),
                        places.getOrDefault(entry.getKey(), root.place()),
                        machine,
                        settings))
                .toList();
        return new StoredResults(
                root.place().file(),
                Writer.REGRESS,
                Optional.of(started()),
                Optional.of(root.member("candidate").member("name").text()),
                metrics,
                notes());
    }

    private List<String> notes() throws InvalidResultsException {
        Json isFinished = root.member("isFinished");
        return Boolean.TRUE.equals(isFinished.value())
                ? List.of()
                : List.of(
                        isFinished.place() + ": the run was ended early; the forks that it had finished are compared.");
    }

    private void readFork(Json fork) throws InvalidResultsException {
        for (Json reading : fork.member("readings").items()) {
            Json described = reading.member("metric");
            Json value = reading.member("value");
            try {
                Metric metric = Metric.of(
                        described.member("benchmark").text(),
                        texts(described.member("parameters")),
                        described.member("name").text(),
                        described.member("unit").text());
                values.computeIfAbsent(metric, first -> new ArrayList<>()).add(value.number());
                places.putIfAbsent(metric, value.place());
            } catch (IllegalArgumentException unusable) {
                throw described.complaint(String.valueOf(unusable.getMessage()));
            }
        }
    }

    private Instant started() throws InvalidResultsException {
        Json started = root.member("started");
        try {
            return Instant.parse(started.text());
        } catch (DateTimeException malformed) {
            throw started.complaint("expected a time such as 2026-11-23T12:00:00Z and found '" + started.shown() + "'");
        }
    }

    private static Map<String, String> texts(Json object) throws InvalidResultsException {
        Map<String, String> texts = new TreeMap<>();
        object.members().forEach((name, value) -> texts.put(name, value.shown()));
        return texts;
    }
}
