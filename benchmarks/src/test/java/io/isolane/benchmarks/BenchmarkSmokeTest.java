package io.isolane.benchmarks;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.benchmarks.port.DevicePortBenchmark;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        Optional<String> missing = missing(benchmarkClass);
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
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

    @ParameterizedTest
    @ValueSource(strings = {"hash-map", "locked-table", "agrona-rings"})
    void shouldCompareEveryPeerWithIsolane(String peer) throws RunnerException {
        Collection<RunResult> results =
                Jmh.run(Jmh.moment(PeerBenchmark.class.getName()).param("peer", peer));

        assertThat(results).singleElement().satisfies(BenchmarkSmokeTest::isCompared);
    }

    @ParameterizedTest
    @CsvSource({
        "guards, all",
        "guards, source-guard",
        "guards, rate-limit",
        "where, another-port",
        "packets, ipv6-udp",
        "packets, non-ip",
        "packets, unwritten",
        "mode, private-vlan",
    })
    void shouldCompareASwitchWithGuardsToTheSameWithout(String parameter, String value) throws RunnerException {
        ChainedOptionsBuilder options = Jmh.moment(GuardCostBenchmark.class.getName());
        Map<String, String> chosen = new HashMap<>(Map.of("mode", "learning", "guards", "all", "packets", "ipv4-udp"));
        chosen.put(parameter, value);
        if (value.equals("unwritten")) {
            chosen.put("guards", "rate-limit");
        }
        chosen.forEach(options::param);

        assertThat(Jmh.run(options))
                .singleElement()
                .satisfies(result -> assertThat(
                                requireNonNull(result.getSecondaryResults().get("toUnguarded"))
                                        .getScore())
                        .isPositive());
    }

    @ParameterizedTest
    @CsvSource({
        "peer, c-plain",
        "peer, isolane",
        "vlans, access-to-trunk",
        "traffic, unknown-unicast",
        "traffic, broadcast",
        "order, random",
        "copies, 1",
    })
    void shouldCompareIsolaneWithC(String parameter, String value) throws RunnerException {
        Optional<String> missing = CReferenceBenchmark.missing();
        assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        ChainedOptionsBuilder options = Jmh.moment(CReferenceBenchmark.class.getName());
        Map<String, String> chosen = new HashMap<>(Map.of("peer", "c"));
        chosen.put(parameter, value);
        chosen.forEach(options::param);

        assertThat(Jmh.run(options)).singleElement().satisfies(BenchmarkSmokeTest::isCompared);
    }

    private static void isCompared(RunResult result) {
        assertThat(requireNonNull(result.getSecondaryResults().get("toIsolane")).getScore())
                .isPositive();
    }

    private static Optional<String> missing(String benchmarkClass) {
        if (benchmarkClass.equals(CReferenceBenchmark.class.getName())) {
            return CReferenceBenchmark.missing();
        }
        return benchmarkClass.equals(DevicePortBenchmark.class.getName())
                ? DevicePortBenchmark.missing()
                : Optional.empty();
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
