package io.isolane.tools.regress.trend;

import io.isolane.tools.bench.report.Median;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.StoredMetric;
import io.isolane.tools.regress.stored.StoredResults;
import io.isolane.tools.regress.trend.Series.Point;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Results in the order of time, metric by metric. Immutable.
 *
 * @param series by metric
 * @param order by what the results were ordered, in words
 * @param files how many there are
 * @param machine what the newest was measured on; empty if nothing is known
 * @param remarks sentences: machines that changed on the way
 */
record History(List<Series> series, String order, int files, String machine, List<String> remarks) {
    History {
        series = List.copyOf(series);
        remarks = List.copyOf(remarks);
    }

    /**
     * Of files in the order of their names, which holds if one of them does not say when it was measured.
     *
     * @throws InvalidResultsException if machines or JVMs change on the way and that is not allowed
     */
    static History of(List<StoredResults> named, int last, boolean areUnlikeMachinesAllowed)
            throws InvalidResultsException {
        boolean areDated = named.stream().allMatch(results -> results.date().isPresent());
        List<StoredResults> ordered = areDated
                ? named.stream()
                        .sorted(Comparator.comparing(results -> results.date().orElseThrow()))
                        .toList()
                : named;
        List<StoredResults> newest = ordered.subList(Math.max(0, ordered.size() - last), ordered.size());
        Map<Metric, List<Point>> points = new TreeMap<>();
        Map<Metric, StoredMetric> before = new TreeMap<>();
        List<String> unlike = new ArrayList<>();
        for (StoredResults results : newest) {
            for (StoredMetric metric : results.metrics()) {
                points.computeIfAbsent(metric.metric(), first -> new ArrayList<>())
                        .add(point(results, metric));
                StoredMetric previous = before.put(metric.metric(), metric);
                if (previous != null) {
                    previous.machine().differences(metric.machine()).stream()
                            .map(difference -> previous.place() + " and " + metric.place() + ": " + difference)
                            .forEach(unlike::add);
                }
            }
        }
        return new History(
                points.entrySet().stream()
                        .map(entry -> new Series(entry.getKey(), entry.getValue()))
                        .toList(),
                areDated
                        ? "the time they were measured"
                        : "the names of their files, since not all say when they were measured",
                newest.size(),
                machine(newest.getLast()),
                remarks(unlike, areUnlikeMachinesAllowed));
    }

    private static String machine(StoredResults results) {
        return results.metrics().stream()
                .map(metric -> metric.machine().text())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> remarks(List<String> unlike, boolean areUnlikeMachinesAllowed)
            throws InvalidResultsException {
        if (unlike.isEmpty()) {
            return List.of();
        }
        String first = unlike.getFirst();
        if (!areUnlikeMachinesAllowed) {
            throw new InvalidResultsException("Unlike machines or JVMs: " + first
                    + ". A change there would say nothing about the code: keep each machine's results in a directory of their own, or say"
                    + " --allow-unlike-machines.");
        }
        return List.of("Unlike machines or JVMs among the results, first " + first + ".");
    }

    private static Point point(StoredResults results, StoredMetric metric) {
        double value = Median.of(metric.samples().values().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
        String label = results.commit()
                .orElseGet(() -> String.valueOf(Path.of(results.file()).getFileName()));
        return new Point(label, Math.max(value, metric.metric().floor()));
    }
}
