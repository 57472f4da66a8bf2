package io.isolane.tools.bench.results;

import java.util.List;
import java.util.Optional;

/**
 * What a results file says, its lines sorted by kind, each kind in the order of the file. Immutable.
 *
 * @param end empty if the run was cut off, which only a partial reading allows
 */
public record Results(
        Entry.Run run,
        List<Entry.SelfTest> selfTests,
        List<Entry.Trial> trials,
        List<Entry.Result> results,
        Optional<Entry.End> end) {
    public Results {
        selfTests = List.copyOf(selfTests);
        trials = List.copyOf(trials);
        results = List.copyOf(results);
    }

    /**
     * The lines of a file.
     *
     * @throws IllegalArgumentException if the first is not the run
     */
    public static Results of(List<Entry> entries) {
        if (entries.isEmpty() || !(entries.getFirst() instanceof Entry.Run run)) {
            throw new IllegalArgumentException("the first entry is not a run");
        }
        return new Results(
                run,
                all(entries, Entry.SelfTest.class),
                all(entries, Entry.Trial.class),
                all(entries, Entry.Result.class),
                all(entries, Entry.End.class).stream().findFirst());
    }

    private static <T extends Entry> List<T> all(List<Entry> entries, Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
