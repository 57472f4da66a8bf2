package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every figure of every result, a table for each test. Stateless. */
final class ResultTables {
    private static final String NONE = "–";
    private static final List<String> CONDITIONS = List.of("Device", "Frames", "Addresses", "VLANs", "Ports");

    private ResultTables() {}

    static List<Table> of(Evidence evidence) {
        Map<String, List<Result>> tests = evidence.results().results().stream()
                .collect(Collectors.groupingBy(Result::test, LinkedHashMap::new, Collectors.toList()));
        return tests.entrySet().stream()
                .map(test -> table(test.getKey(), test.getValue()))
                .toList();
    }

    private static Table table(String test, List<Result> results) {
        List<String> figures = results.stream()
                .flatMap(result -> cells(result).keySet().stream())
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(CONDITIONS);
        head.addAll(figures);
        Table table = new Table(test, 1, head);
        for (Result result : results) {
            Map<String, String> cells = cells(result);
            List<String> row = new ArrayList<>(List.of(
                    result.device().name(),
                    result.frames(),
                    Words.number(result.addresses()),
                    Words.number(result.vlans()),
                    Words.number(result.device().ports())));
            figures.forEach(figure -> row.add(cells.getOrDefault(figure, NONE)));
            table.row(row);
        }
        return table;
    }

    /** The figures of a result by the heads of their columns. Where all are for one load, it has a column; else it is part of the names. */
    private static Map<String, String> cells(Result result) {
        Map<String, String> cells = new LinkedHashMap<>();
        boolean isOneLoad = result.values().stream().map(Value::at).distinct().count() == 1;
        for (Value value : result.values()) {
            Double at = value.at();
            if (at == null) {
                cells.put(value.name(), text(value));
            } else if (isOneLoad) {
                cells.put("load", Words.share(at));
                cells.put(value.name(), text(value));
            } else {
                cells.put(value.name() + " at " + Words.share(at), text(value));
            }
        }
        return cells;
    }

    /** A figure with its bounds, where it has them. */
    static String text(Value value) {
        Quantity quantity = Quantity.of(value.unit());
        Double low = value.low();
        Double high = value.high();
        String figure = quantity.text(value.value());
        return low == null || high == null ? figure : figure + " (" + quantity.text(low, high) + ")";
    }
}
