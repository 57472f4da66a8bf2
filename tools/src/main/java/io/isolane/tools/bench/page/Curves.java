package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Look;
import io.isolane.tools.bench.chart.Palette;
import io.isolane.tools.bench.chart.Series;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.LatencyHistograms;
import io.isolane.tools.bench.results.LatencyLog;
import io.isolane.tools.bench.results.Percentiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Distributions as curves over percentiles: from a histogram where there is one, from the few percentiles of a line where not. Confined to its thread. */
final class Curves {
    private static final int STEPS_TO_HALVE_THE_REST = 5;
    private static final double CERTAIN = 100;

    private final Evidence evidence;

    Curves(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The latency of a result; empty if it has none. */
    Optional<Series> latency(Entry.Result result, String name, Look look) {
        Look bare = look.withShape(Look.Shape.NONE);
        return histogram(List.of(result), "")
                .map(histogram -> new Series(name, bare, points(histogram)))
                .or(() -> Optional.of(points(percentiles(result)))
                        .filter(points -> !points.isEmpty())
                        .map(points -> new Series(name, look, points)));
    }

    /** How late the tester's own thread was meanwhile, all results together. */
    Optional<Series> senderLateness(List<Entry.Result> results) {
        return lateness(results, LatencyLog.SENDER, Entry.Trial::senderLateNanos, "jitter: tester's thread late")
                .map(series -> new Series(series.name(), Look.REFERENCE, series.points()));
    }

    /** How late the device's thread was meanwhile, all results together. */
    Optional<Series> deviceLateness(List<Entry.Result> results) {
        return lateness(results, LatencyLog.DEVICE, Entry.Trial::deviceLateNanos, "jitter: device's thread late")
                .map(series ->
                        new Series(series.name(), Look.REFERENCE.withStroke(Look.Stroke.DOTTED), series.points()));
    }

    /** The latency that the tester measures of itself. */
    Optional<Series> bias(String frames) {
        return evidence.results().selfTests().stream()
                .filter(test -> test.frames().equals(frames))
                .map(test -> points(test.latencyNanos()))
                .filter(points -> !points.isEmpty())
                .findFirst()
                .map(points -> new Series(
                        "tester back to back, no device",
                        new Look(Palette.GREY, Look.Shape.RING, Look.Stroke.SOLID),
                        points));
    }

    private Optional<Series> lateness(
            List<Entry.Result> results,
            String suffix,
            Function<Entry.Trial, Map<String, Double>> percentiles,
            String name) {
        return histogram(results, suffix)
                .map(Curves::points)
                .or(() -> Optional.of(points(worst(results, percentiles))).filter(points -> !points.isEmpty()))
                .map(points -> new Series(name, Look.REFERENCE, points));
    }

    private Optional<Histogram> histogram(List<Entry.Result> results, String suffix) {
        return results.stream()
                .map(Entry.Result::hlog)
                .flatMap(tag -> tag == null ? Stream.empty() : evidence.histograms().get(tag + suffix).stream())
                .reduce(LatencyHistograms::sum);
    }

    /** Of each percentile the largest that any trial of these results had. */
    private Map<String, Double> worst(
            List<Entry.Result> results, Function<Entry.Trial, Map<String, Double>> percentiles) {
        Map<String, Double> worst = new LinkedHashMap<>();
        evidence.results().trials().stream()
                .filter(trial -> results.stream().anyMatch(result -> belongs(trial, result)))
                .forEach(trial ->
                        percentiles.apply(trial).forEach((name, nanos) -> worst.merge(name, nanos, Math::max)));
        return worst;
    }

    private static boolean belongs(Entry.Trial trial, Entry.Result result) {
        return Scene.of(trial).equals(Scene.of(result))
                && trial.device().equals(result.device())
                && trial.frames().equals(result.frames());
    }

    private static Map<String, Double> percentiles(Entry.Result result) {
        Map<String, Double> named = new LinkedHashMap<>();
        result.values().stream()
                .filter(value -> value.unit().equals("ns"))
                .forEach(value -> named.put(value.name(), value.value()));
        return named;
    }

    private static List<Point> points(Map<String, Double> percentiles) {
        List<Point> points = new ArrayList<>();
        percentiles.forEach(
                (name, nanos) -> Percentiles.rank(name).ifPresent(rank -> points.add(Point.of(rank, nanos))));
        points.sort(Comparator.comparingDouble(Point::x));
        Double max = percentiles.get(Percentiles.MAX);
        if (max != null) {
            points.add(Point.of(CERTAIN, max));
        }
        return List.copyOf(points);
    }

    private static List<Point> points(Histogram histogram) {
        List<Point> points = new ArrayList<>();
        for (HistogramIterationValue value : histogram.percentiles(STEPS_TO_HALVE_THE_REST)) {
            points.add(Point.of(value.getPercentileLevelIteratedTo(), (double) value.getValueIteratedTo()));
        }
        return List.copyOf(points);
    }
}
