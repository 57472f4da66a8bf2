package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.trial.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** A journal that keeps everything in memory, for tests. */
public final class Notebook implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();

    @Override
    public void write(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void log(String tag, TrialResult trial) {
        tags.add(tag);
    }

    @Override
    public void begin(String doing) {}

    @Override
    public void bounds(double low, double high, String unit) {}

    /** Tags under which histograms were logged. */
    public List<String> tags() {
        return tags;
    }

    /** The trials of a test, in their order. */
    public List<Entry.Trial> trials(String test) {
        return entries.stream()
                .filter(Entry.Trial.class::isInstance)
                .map(Entry.Trial.class::cast)
                .filter(trial -> trial.test().equals(test))
                .toList();
    }

    /** The results of a test. */
    public List<Entry.Result> results(String test) {
        return entries.stream()
                .filter(Entry.Result.class::isInstance)
                .map(Entry.Result.class::cast)
                .filter(result -> result.test().equals(test))
                .toList();
    }

    /** The only result of a test. */
    public Entry.Result result(String test) {
        List<Entry.Result> results = results(test);
        if (results.size() != 1) {
            throw new AssertionError(results.size() + " results of " + test + " in " + entries);
        }
        return results.getFirst();
    }

    /** A figure of the only result of a test. */
    public Entry.Value value(String test, String name) {
        return result(test).values().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " in " + result(test)));
    }

    /** The remarks of the only result of a test, as one text. */
    public String remarks(String test) {
        return String.join("\n", result(test).remarks());
    }
}
