package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.results.Entry.SelfTest;
import io.isolane.tools.bench.results.Entry.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tester and the machine are worth: the ceiling and the bias of the one, the jitter of the other. Stateless. */
final class TesterTables {
    private static final Quantity NANOS = Quantity.of("ns");
    private static final String NONE = "–";

    private TesterTables() {}

    /** The tester alone, generator to receiver back to back. */
    static Table selfTests(Evidence evidence) {
        List<SelfTest> tests = evidence.results().selfTests();
        List<String> names = names(tests.stream().map(SelfTest::latencyNanos));
        Table table = new Table(
                "The tester alone, generator to receiver with no device between",
                1,
                head(List.of("Frames", "Highest load without loss"), names));
        tests.forEach(test ->
                table.row(row(List.of(test.frames(), Words.rate(test.ceiling())), test.latencyNanos(), names)));
        return table;
    }

    /** How late the threads were while the devices were measured: of each percentile the worst trial. */
    static Table jitter(Evidence evidence) {
        List<Trial> trials = evidence.results().trials();
        List<String> names = names(trials.stream().map(Trial::senderLateNanos));
        Table table = new Table(
                "The machine's own jitter: how late threads were during the trials, the worst trial of each device",
                2,
                head(List.of("Device", "Thread"), names));
        trials.stream()
                .collect(Collectors.groupingBy(trial -> trial.device().name(), LinkedHashMap::new, Collectors.toList()))
                .forEach((device, all) -> {
                    add(table, device, "tester's", all, Trial::senderLateNanos, names);
                    add(table, device, "device's", all, Trial::deviceLateNanos, names);
                });
        return table;
    }

    private static void add(
            Table table,
            String device,
            String thread,
            List<Trial> trials,
            Function<Trial, Map<String, Double>> percentiles,
            List<String> names) {
        Map<String, Double> worst = new LinkedHashMap<>();
        trials.stream()
                .map(percentiles)
                .forEach(each -> each.forEach((name, nanos) -> worst.merge(name, nanos, Math::max)));
        if (!worst.isEmpty()) {
            table.row(row(List.of(device, thread), worst, names));
        }
    }

    /** All names, in the order of the longest list. */
    private static List<String> names(Stream<Map<String, Double>> percentiles) {
        List<Map<String, Double>> all = percentiles.toList();
        return Stream.concat(
                        all.stream()
                                .flatMap(each -> each.keySet().stream())
                                .distinct()
                                .filter(name -> !name.equals("max")),
                        all.stream().flatMap(each -> each.keySet().stream()).filter("max"::equals))
                .distinct()
                .toList();
    }

    private static List<String> head(List<String> first, List<String> names) {
        return Stream.concat(first.stream(), names.stream()).toList();
    }

    private static List<String> row(List<String> first, Map<String, Double> percentiles, List<String> names) {
        List<String> row = new ArrayList<>(first);
        for (String name : names) {
            Double nanos = percentiles.get(name);
            row.add(nanos == null ? NONE : NANOS.text(nanos));
        }
        return row;
    }
}
