package io.isolane.benchmarks;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs for a moment with the first of its parameters, so that none rots. What it measures then means nothing. */
final class BenchmarkSmokeTest {
    static Stream<String> benchmarkClasses() {
        return entries().stream().map(BenchmarkListEntry::getUserClassQName).distinct();
    }

    @ParameterizedTest
    @MethodSource("benchmarkClasses")
    void shouldRunEveryBenchmarkOf(String benchmarkClass) throws RunnerException {
        List<BenchmarkListEntry> entries = entries().stream()
                .filter(entry -> entry.getUserClassQName().equals(benchmarkClass))
                .toList();
        ChainedOptionsBuilder options = Jmh.moment(benchmarkClass + "[.]");
        firstParameters(entries).forEach(options::param);

        Collection<RunResult> results = Jmh.run(options);

        assertThat(results.stream().map(result -> result.getParams().getBenchmark()))
                .containsExactlyInAnyOrderElementsOf(names(entries));
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.getPrimaryResult().getScore()).isPositive());
    }

    private static Set<String> names(List<BenchmarkListEntry> entries) {
        return entries.stream().map(BenchmarkListEntry::getUsername).collect(toSet());
    }

    private static Map<String, String> firstParameters(List<BenchmarkListEntry> entries) {
        Map<String, String> first = new HashMap<>();
        for (BenchmarkListEntry entry : entries) {
            if (entry.getParams().hasValue()) {
                entry.getParams().get().forEach((name, values) -> first.put(name, values[0]));
            }
        }
        return first;
    }

    private static Set<BenchmarkListEntry> entries() {
        return BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of());
    }
}
