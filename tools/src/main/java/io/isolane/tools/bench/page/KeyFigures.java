package io.isolane.tools.bench.page;

import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.Percentiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first things one wants to know of each device: its rates and its latency, with the first length of frames and number of addresses. Stateless. */
final class KeyFigures {
    private static final String NONE = "–";
    private static final int MOST_RATES = 3;

    private KeyFigures() {}

    static Table of(Evidence evidence) {
        List<Result> results = evidence.results().results();
        if (results.isEmpty()) {
            return new Table("", 1, List.of(""));
        }
        Result first = results.getFirst();
        List<String> rates = results.stream()
                .flatMap(result -> result.values().stream())
                .filter(KeyFigures::isRate)
                .map(Value::name)
                .distinct()
                .limit(MOST_RATES)
                .toList();
        List<String> latencies = results.stream()
                .filter(result -> result.frames().equals(first.frames()))
                .flatMap(result -> result.values().stream())
                .filter(KeyFigures::isLatency)
                .map(Value::name)
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of("Device"));
        head.addAll(rates);
        head.addAll(latencies);
        Table table = new Table(
                "At a glance: " + Words.frames(first.frames()) + ", " + Words.count(first.addresses(), "address"),
                1,
                head);
        evidence.devices().forEach(device -> table.row(row(results, first, device, rates, latencies)));
        return head.size() > 1 ? table : new Table("", 1, List.of(""));
    }

    private static List<String> row(
            List<Result> results, Result like, String device, List<String> rates, List<String> latencies) {
        List<Value> values = results.stream()
                .filter(result -> result.device().name().equals(device))
                .filter(result -> result.frames().equals(like.frames()) && result.addresses() == like.addresses())
                .flatMap(result -> result.values().stream())
                .toList();
        List<String> row = new ArrayList<>(List.of(device));
        rates.forEach(name -> row.add(text(values.stream()
                .filter(KeyFigures::isRate)
                .filter(value -> value.name().equals(name))
                .findFirst())));
        latencies.forEach(name -> row.add(text(values.stream()
                .filter(KeyFigures::isLatency)
                .filter(value -> value.name().equals(name))
                .findFirst())));
        return row;
    }

    private static boolean isRate(Value value) {
        return value.at() == null && value.unit().equals("frames/s");
    }

    private static boolean isLatency(Value value) {
        return value.unit().equals("ns")
                && (Percentiles.rank(value.name()).isPresent() || value.name().equals(Percentiles.MAX));
    }

    private static String text(Optional<Value> value) {
        return value.map(ResultTables::text).orElse(NONE);
    }
}
