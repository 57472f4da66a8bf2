package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.SelfTest;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.terminal.TextTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * What a campaign found, as text: a table for each test with a line for each device, length and number of addresses, the tester's own
 * figures beneath, and what a reader should know. Stateless.
 */
final class Summary {
    /** More columns than this do not fit; the files have them all. */
    private static final int MOST_COLUMNS = 6;

    private static final String RATE = "frames/s";

    private Summary() {}

    static List<String> lines(List<Entry> entries) {
        List<Result> results = only(entries, Result.class);
        Map<String, List<Result>> byTest =
                results.stream().collect(Collectors.groupingBy(Result::test, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byTest.forEach((test, ofTest) -> {
            lines.add(test);
            lines.addAll(table(ofTest));
            lines.add("");
        });
        lines.addAll(selfTests(only(entries, SelfTest.class)));
        lines.addAll(remarks(results));
        return lines;
    }

    private static <E extends Entry> List<E> only(List<Entry> entries, Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<String> table(List<Result> results) {
        boolean isCurve = results.stream().anyMatch(Summary::isCurve);
        List<Value> values =
                results.stream().flatMap(result -> result.values().stream()).toList();
        boolean isSearch = values.stream().anyMatch(Summary::isBoundedRate);
        List<String> columns = values.stream()
                .filter(value -> !isSearch || isBoundedRate(value))
                .map(value -> column(value, isCurve))
                .distinct()
                .limit(MOST_COLUMNS)
                .toList();
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row(row(List.of("device", "frames", "addresses"), columns));
        for (Result result : results) {
            Map<String, String> cells = new LinkedHashMap<>();
            result.values().forEach(value -> cells.put(column(value, isCurve), text(value)));
            table.row(row(
                    List.of(label(result, isCurve), result.frames(), Integer.toString(result.addresses())),
                    columns.stream()
                            .map(column -> cells.getOrDefault(column, "-"))
                            .toList()));
        }
        return table.lines().stream().map(line -> "  " + line).toList();
    }

    /** What a search was for; other figures beside it follow from it. */
    private static boolean isBoundedRate(Value value) {
        return value.unit().equals(RATE) && (value.low() != null || value.high() != null);
    }

    /** True for a result with several figures of one name. */
    private static boolean isCurve(Result result) {
        Set<String> names = result.values().stream().map(Value::name).collect(Collectors.toSet());
        return names.size() < result.values().size();
    }

    private static String column(Value value, boolean isCurve) {
        Double at = value.at();
        return isCurve && at != null ? value.name() + " at " + share(at) : value.name();
    }

    /** The device, and the load where all figures are of one. */
    private static String label(Result result, boolean isCurve) {
        List<Double> places = result.values().stream()
                .flatMap(value -> Stream.ofNullable(value.at()))
                .toList();
        boolean isOfOne = !isCurve
                && !places.isEmpty()
                && places.size() == result.values().size();
        return result.device().name() + (isOfOne ? " at " + share(places.getFirst()) : "");
    }

    /** A place on a curve: shares of a rate are below 2, counts of addresses above. */
    private static String share(double at) {
        return at < 2 ? Math.round(100 * at) + " %" : String.format(Locale.ROOT, "%,.0f", at);
    }

    private static String text(Value value) {
        Double low = value.low();
        Double high = value.high();
        if (low == null && high == null) {
            return figure(value.value(), value.unit());
        }
        return figure(value.value(), value.unit()) + " (" + (low == null ? "?" : number(low, value.unit())) + ", "
                + (high == null ? "?" : number(high, value.unit())) + ")";
    }

    /** Four digits of a rate: the bounds of a search are near each other. */
    private static String figure(double value, String unit) {
        return unit.equals(RATE)
                ? number(value, unit) + " Mpps"
                : Quantity.of(unit).text(value).replace('\u00a0', ' ');
    }

    private static String number(double value, String unit) {
        return unit.equals(RATE)
                ? String.format(Locale.ROOT, "%.4f", value / 1e6)
                : Quantity.of(unit).text(value).replace('\u00a0', ' ');
    }

    private static String[] row(List<String> head, List<String> cells) {
        List<String> row = new ArrayList<>(head);
        row.addAll(cells);
        return row.toArray(String[]::new);
    }

    private static List<String> selfTests(List<SelfTest> tests) {
        if (tests.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("The tester alone, back to back: no rate above its ceiling, no latency below its own");
        TextTable table = new TextTable(Ansi.OFF, 1);
        List<String> names = tests.getFirst().latencyNanos().keySet().stream().toList();
        table.row(row(List.of("frames", "ceiling"), names));
        for (SelfTest test : tests) {
            table.row(row(
                    List.of(test.frames(), figure(test.ceiling(), RATE)),
                    names.stream()
                            .map(name -> figure(test.latencyNanos().getOrDefault(name, Double.NaN), "ns"))
                            .toList()));
        }
        table.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** Each remark once, with the devices that it is about unless it is about all. */
    private static List<String> remarks(Collection<Result> results) {
        Map<String, Set<String>> devices = new LinkedHashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (Result result : results) {
            all.add(result.device().name());
            result.remarks()
                    .forEach(remark -> devices.computeIfAbsent(remark, none -> new LinkedHashSet<>())
                            .add(result.device().name()));
        }
        List<String> lines = new ArrayList<>();
        devices.forEach((remark, about) -> {
            String whose = about.size() == all.size() ? "" : String.join(", ", about) + ": ";
            lines.addAll(Paragraph.wrap("- ", whose + remark));
        });
        if (!lines.isEmpty()) {
            lines.addFirst("");
        }
        return lines;
    }
}
