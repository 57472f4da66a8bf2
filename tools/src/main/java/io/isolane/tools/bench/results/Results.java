package io.isolane.tools.bench.results;

import java.util.List;
import java.util.Optional;

/**
 * What a results file says. Immutable.
 *
 * @param entries the lines, in their order; the first is the run
 */
public record Results(List<Entry> entries) {
    /**
     * Checks that the first entry is the run.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Results {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Run)) {
            throw new IllegalArgumentException("the first entry is not a run");
        }
    }

    /** What ran, and where. */
    public Entry.Run run() {
        return (Entry.Run) entries.getFirst();
    }

    /** The tester alone, for each length of frames. */
    public List<Entry.SelfTest> selfTests() {
        return all(Entry.SelfTest.class);
    }

    /** The trials, in the order in which they were run. */
    public List<Entry.Trial> trials() {
        return all(Entry.Trial.class);
    }

    /** What the tests found, in the order in which they ended. */
    public List<Entry.Result> results() {
        return all(Entry.Result.class);
    }

    /** How the run ended; empty if it was cut off, which only a partial reading allows. */
    public Optional<Entry.End> end() {
        return all(Entry.End.class).stream().findFirst();
    }

    private <T extends Entry> List<T> all(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
