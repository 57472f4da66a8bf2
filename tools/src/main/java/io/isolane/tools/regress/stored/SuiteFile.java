package io.isolane.tools.regress.stored;

import io.isolane.tools.bench.results.Entry;
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
import java.util.TreeSet;

/**
 * What the suites of {@code isolane bench} write: a {@link Entry} on each line, the run first and its end last. The figures of its
 * results are metrics of one value, since a run is one repetition. Confined to its thread.
 */
final class SuiteFile {
    private static final List<String> FACTS = List.of("cpu", "cores", "host", "system", "jvm");

    private final Json run;
    private final List<Json> lines;
    private final Map<Metric, StoredMetric> metrics = new LinkedHashMap<>();
    private final TreeSet<String> undirected = new TreeSet<>();
    private final List<String> notes = new ArrayList<>();

    /** A file of at least one line. */
    SuiteFile(List<Json> lines) {
        this.run = lines.getFirst();
        this.lines = lines;
    }

    /** Whether a line is the first of such a file. */
    static boolean isFirst(Json line) throws InvalidResultsException {
        return line.find("kind").isPresent() && line.member("kind").text().equals("run");
    }

    StoredResults read() throws InvalidResultsException {
        int schema = run.member("schema").integer();
        if (schema != Entry.SCHEMA) {
            throw run.complaint("schema " + schema + ", and this program reads " + Entry.SCHEMA
                    + "; compare with the version that wrote it, or measure again");
        }
        Json machine = run.member("machine");
        Fingerprint fingerprint = fingerprint(machine);
        SortedMap<String, String> settings =
                new TreeMap<>(Map.of("profile", run.member("profile").text()));
        for (Json line : lines) {
            if (line.member("kind").text().equals("result")) {
                readResult(line, fingerprint, settings);
            }
        }
        requireEnd();
        if (!undirected.isEmpty()) {
            notes.add("Not compared, because their unit does not say which way is better: "
                    + String.join(", ", undirected) + ".");
        }
        return new StoredResults(
                run.place().file(),
                Writer.SUITE,
                Optional.of(date(machine.member("date"))),
                Optional.of(machine.member("commit").text()),
                List.copyOf(metrics.values()),
                notes);
    }

    private void requireEnd() throws InvalidResultsException {
        Json last = lines.getLast();
        if (!last.member("kind").text().equals("end")) {
            throw last.complaint(
                    "the run was cut off after this line: there is no line of the kind 'end'; measure again");
        }
        if (metrics.isEmpty()) {
            throw last.complaint("no test of this run ended: there is no line of the kind 'result'; measure again");
        }
        if (Boolean.FALSE.equals(last.member("complete").value())) {
            notes.add(last.place() + ": the run was ended early; what it had finished is compared.");
        }
    }

    private void readResult(Json result, Fingerprint machine, SortedMap<String, String> common)
            throws InvalidResultsException {
        SortedMap<String, String> parameters = new TreeMap<>();
        for (String name : List.of("frames", "addresses", "vlans")) {
            parameters.put(name, result.member(name).shown());
        }
        Json device = result.member("device");
        for (String name : List.of("name", "mode", "ports")) {
            parameters.put(
                    name.equals("name") ? "device" : name, device.member(name).shown());
        }
        SortedMap<String, String> settings = new TreeMap<>(common);
        device.member("configuration").members().forEach((name, value) -> settings.put(name, value.shown()));
        settings.keySet().removeAll(List.of("version", "commit"));
        for (Json value : result.member("values").items()) {
            readValue(result.member("test").text(), parameters, value, machine, settings);
        }
    }

    private void readValue(
            String test,
            SortedMap<String, String> common,
            Json value,
            Fingerprint machine,
            SortedMap<String, String> settings)
            throws InvalidResultsException {
        SortedMap<String, String> parameters = new TreeMap<>(common);
        value.find("at").ifPresent(at -> parameters.put("at", at.shown()));
        String name = value.member("name").text();
        String unit = value.member("unit").text();
        if (!Secondary.isDirected(unit)) {
            undirected.add(name + " (" + unit + ")");
            return;
        }
        Metric metric = Metric.of(test, parameters, name, unit);
        double figure = value.member("value").number();
        if (figure <= 0 && metric.floor() == 0) {
            notes.add(value.place() + ": " + metric.label() + " is left out: it is "
                    + value.member("value").shown() + ".");
            return;
        }
        StoredMetric before = metrics.put(
                metric, new StoredMetric(new Samples(metric, List.of(figure)), value.place(), machine, settings));
        if (before != null) {
            throw value.complaint(
                    metric.label() + " stands already on line " + before.place().line() + "; keep one of the two");
        }
    }

    private static Fingerprint fingerprint(Json machine) throws InvalidResultsException {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String fact : FACTS) {
            facts.put(fact, machine.member(fact).shown());
        }
        return new Fingerprint(facts);
    }

    private static Instant date(Json date) throws InvalidResultsException {
        try {
            return Instant.parse(date.text());
        } catch (DateTimeException malformed) {
            throw date.complaint("expected a time such as 2026-11-23T12:00:00Z and found '" + date.shown() + "'");
        }
    }
}
