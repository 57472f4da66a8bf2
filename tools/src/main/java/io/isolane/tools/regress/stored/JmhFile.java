package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What JMH writes with {@code -rf json}. A value is the mean of a fork, since the iterations of one JVM share its compilations and its
 * place in memory, so that they say nothing about the next JVM. Confined to its thread.
 */
final class JmhFile {
    private static final List<String> SETTINGS = List.of(
            "warmupIterations",
            "warmupTime",
            "warmupBatchSize",
            "measurementIterations",
            "measurementTime",
            "measurementBatchSize");

    private final Json root;
    private final Map<Metric, StoredMetric> metrics = new LinkedHashMap<>();
    private final SortedMap<String, Integer> leftOut = new TreeMap<>();
    private final List<String> notes = new ArrayList<>();

    JmhFile(Json root) {
        this.root = root;
    }

    StoredResults read() throws InvalidResultsException {
        List<Json> entries = root.items();
        if (entries.isEmpty()) {
            throw root.complaint("the list of results is empty: no benchmark ended; see what JMH printed");
        }
        for (Json entry : entries) {
            read(entry);
        }
        if (!leftOut.isEmpty()) {
            notes.add("Not compared, because they are counted elsewhere or say nothing alone: "
                    + String.join(", ", leftOut.keySet()) + ".");
        }
        return new StoredResults(
                root.place().file(),
                Writer.JMH,
                Optional.empty(),
                Optional.empty(),
                List.copyOf(metrics.values()),
                notes);
    }

    private void read(Json entry) throws InvalidResultsException {
        if (entry.find("benchmark").isEmpty() || entry.find("primaryMetric").isEmpty()) {
            throw entry.complaint(
                    "is not a result of JMH: it has no 'benchmark' and 'primaryMetric'; write the file with -rf json");
        }
        Subject subject =
                new Subject(entry.member("benchmark").text(), parameters(entry), machine(entry), settings(entry));
        Json primary = entry.member("primaryMetric");
        Optional<Json> histogram = primary.find("rawDataHistogram");
        if (histogram.isPresent()) {
            readHistogram(subject, primary, histogram.get());
        } else {
            String name = entry.member("mode").text().equals("ss") ? "single shot" : Metric.SCORE;
            add(subject, name, primary, ForkValues.means(primary));
        }
        Optional<Json> secondary = entry.find("secondaryMetrics");
        for (var figure : secondary.isEmpty()
                ? Map.<String, Json>of().entrySet()
                : secondary.get().members().entrySet()) {
            readSecondary(subject, figure.getKey().replace("\u00b7", ""), figure.getValue(), histogram.isPresent());
        }
    }

    private void readHistogram(Subject subject, Json primary, Json histogram) throws InvalidResultsException {
        List<ForkHistogram> forks = new ArrayList<>();
        for (Json fork : histogram.items()) {
            forks.add(ForkHistogram.of(fork));
        }
        add(subject, "mean", primary, forks.stream().map(ForkHistogram::mean).toList());
        for (Percentile percentile : Percentile.values()) {
            if (forks.stream().allMatch(fork -> fork.size() >= percentile.fewest())) {
                add(
                        subject,
                        percentile.label(),
                        primary,
                        forks.stream().map(fork -> fork.at(percentile.share())).toList());
            } else {
                notes.add(primary.place() + ": " + percentile.label() + " is left out: a fork has fewer than "
                        + percentile.fewest() + " samples, so it would be one of its slowest alone.");
            }
        }
    }

    private void readSecondary(Subject subject, String name, Json figure, boolean hasHistogram)
            throws InvalidResultsException {
        if (hasHistogram && name.matches("p[01]\\.\\d+")) {
            return;
        }
        if (Secondary.isCompared(name, figure.member("scoreUnit").text())) {
            add(subject, name, figure, ForkValues.means(figure));
        } else {
            leftOut.merge(name, 1, Integer::sum);
        }
    }

    private void add(Subject subject, String name, Json figure, List<Double> values) throws InvalidResultsException {
        Json unit = figure.member("scoreUnit");
        try {
            Metric metric = Metric.of(subject.benchmark(), subject.parameters(), name, unit.text());
            if (metric.floor() == 0 && values.stream().anyMatch(value -> value == 0)) {
                notes.add(figure.place() + ": " + metric.label()
                        + " is left out: it is 0, below what the clock resolves.");
                return;
            }
            StoredMetric before = metrics.putIfAbsent(
                    metric,
                    new StoredMetric(
                            new Samples(metric, values), figure.place(), subject.machine(), subject.settings()));
            if (before != null) {
                throw figure.complaint(metric.label() + " stands already on line "
                        + before.place().line() + "; keep one of the two");
            }
        } catch (IllegalArgumentException unusable) {
            throw unit.complaint(String.valueOf(unusable.getMessage()));
        }
    }

    private static Map<String, String> parameters(Json entry) throws InvalidResultsException {
        Map<String, String> parameters = new TreeMap<>();
        Optional<Json> given = entry.find("params");
        if (given.isPresent()) {
            for (var parameter : given.get().members().entrySet()) {
                parameters.put(parameter.getKey(), parameter.getValue().text());
            }
        }
        int threads = entry.member("threads").integer();
        if (threads != 1) {
            parameters.put("threads", String.valueOf(threads));
        }
        return parameters;
    }

    private static Fingerprint machine(Json entry) throws InvalidResultsException {
        Map<String, String> facts = new TreeMap<>();
        facts.put(
                "jvm",
                entry.member("vmName").text() + " " + entry.member("vmVersion").text());
        facts.put("jmh", entry.member("jmhVersion").text());
        List<String> flags = new ArrayList<>();
        for (Json flag : entry.member("jvmArgs").items()) {
            flags.add(flag.text());
        }
        facts.put(
                "flags",
                flags.stream()
                        .filter(flag -> !flag.startsWith("-Disolane.") && !flag.startsWith("-Djmh."))
                        .collect(Collectors.joining(" ")));
        return Fingerprint.of(facts);
    }

    private static SortedMap<String, String> settings(Json entry) throws InvalidResultsException {
        SortedMap<String, String> settings = new TreeMap<>();
        for (String name : SETTINGS) {
            entry.find(name).ifPresent(value -> settings.put(name, value.shown()));
        }
        return settings;
    }

    /** What the figures of one entry share. */
    private record Subject(
            String benchmark,
            Map<String, String> parameters,
            Fingerprint machine,
            SortedMap<String, String> settings) {}
}
