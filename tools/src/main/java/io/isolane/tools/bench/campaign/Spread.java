package io.isolane.tools.bench.campaign;

import io.isolane.tools.bench.report.Median;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import io.isolane.tools.bench.results.Percentiles;
import io.isolane.tools.bench.trial.Device;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How far the results of repeated runs were apart, and what the machine did meanwhile. Confined to its thread. */
final class Spread {
    /** More than this, as a share of the highest, is explained. */
    private static final double MOST = 0.05;

    private static final String RATE = "frames/s";

    private final Map<Key, List<Result>> results = new LinkedHashMap<>();
    private final Map<Key, Double> senderLate = new LinkedHashMap<>();
    private final Map<Key, Double> deviceLate = new LinkedHashMap<>();

    Spread() {}

    /** What is repeated. */
    private record Key(String test, Device device, String frames, int addresses) {
        static Key of(Result result) {
            return new Key(result.test(), result.device(), result.frames(), result.addresses());
        }
    }

    void add(Entry entry) {
        if (entry instanceof Result result) {
            if (result.values().stream().anyMatch(Spread::isSearched)) {
                results.computeIfAbsent(Key.of(result), none -> new ArrayList<>())
                        .add(result);
            }
        } else if (entry instanceof Entry.Trial trial) {
            Key key = new Key(trial.test(), trial.device(), trial.frames(), trial.addresses());
            late(senderLate, key, trial.senderLateNanos());
            late(deviceLate, key, trial.deviceLateNanos());
        }
    }

    /** A result for each setting that was tested more than once: of each rate the median, the lowest and the highest. */
    List<Result> results() {
        return results.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> result(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Result result(Key key, List<Result> runs) {
        List<Value> values = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Value first : runs.getFirst().values()) {
            double[] rates = rates(runs, first.name());
            if (isSearched(first) && rates.length == runs.size()) {
                Value value = new Value(first.name(), null, RATE, Median.of(rates), least(rates), most(rates));
                double spread = most(rates) == 0 ? 0 : 1 - least(rates) / most(rates);
                values.add(value);
                values.add(Value.of(first.name() + " spread", "%", 100 * spread));
                if (spread > MOST) {
                    remarks.add(why(key, value, spread));
                }
            }
        }
        Result any = runs.getFirst();
        return new Result(
                key.test() + ", " + runs.size() + " runs",
                key.device(),
                key.frames(),
                key.addresses(),
                any.vlans(),
                values,
                remarks,
                null);
    }

    /** A queue that is shorter than a pause of the machine loses frames, whatever the switch does. */
    private String why(Key key, Value value, double spread) {
        double sender = senderLate.getOrDefault(key, 0.0) / 1e6;
        double device = deviceLate.getOrDefault(key, 0.0) / 1e6;
        String rings = key.device().configuration().get("rings");
        String queue = rings == null || value.value() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        " A queue of %s frames at each port lasts %.1f ms at this rate: a longer pause loses frames in some runs and not in others.",
                        rings,
                        1e3 * Integer.parseInt(rings) * key.device().ports() / value.value());
        return String.format(
                Locale.ROOT,
                "%s was %.1f %% apart between runs. Meanwhile the tester's thread was up to %.1f ms late and the device's up to %.1f ms.%s",
                value.name(),
                100 * spread,
                sender,
                device,
                queue);
    }

    /** A rate between bounds, of which there is one in a result. */
    private static boolean isSearched(Value value) {
        return value.unit().equals(RATE) && value.at() == null && (value.low() != null || value.high() != null);
    }

    private static double[] rates(List<Result> runs, String name) {
        return runs.stream()
                .flatMap(run -> run.values().stream())
                .filter(value -> value.name().equals(name))
                .mapToDouble(Value::value)
                .sorted()
                .toArray();
    }

    private static double least(double[] sorted) {
        return sorted[0];
    }

    private static double most(double[] sorted) {
        return sorted[sorted.length - 1];
    }

    private static void late(Map<Key, Double> latest, Key key, Map<String, Double> percentiles) {
        latest.merge(key, percentiles.getOrDefault(Percentiles.MAX, 0.0), Math::max);
    }
}
