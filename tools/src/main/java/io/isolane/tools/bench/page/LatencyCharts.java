package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.LineChart;
import io.isolane.tools.bench.chart.LogScale;
import io.isolane.tools.bench.chart.Look;
import io.isolane.tools.bench.chart.PercentileScale;
import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.chart.Series;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Percentiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Latency over percentiles, with the machine's own jitter and the tester's own share beside it. A line is a device, and there is a picture for each
 * length of frames and load; where there is one device, its lines are the loads. Stateless.
 */
final class LatencyCharts {
    private static final Quantity NANOS = Quantity.of("ns");
    private static final double CERTAIN = 100;
    private static final int MOST_NINES = 6;
    private static final double LEAST_NANOS = 10;

    private LatencyCharts() {}

    /** What a picture is of; the load is null where loads are its lines. */
    private record Subject(
            Scene scene, String frames, @Nullable Double load) {}

    static List<Figure> of(Evidence evidence) {
        boolean isCompared = evidence.devices().size() > 1;
        Map<Subject, List<Result>> pictures = new LinkedHashMap<>();
        evidence.results().results().stream()
                .filter(LatencyCharts::hasLatency)
                .forEach(result -> pictures.computeIfAbsent(
                                new Subject(Scene.of(result), result.frames(), isCompared ? load(result) : null),
                                key -> new ArrayList<>())
                        .add(result));
        return pictures.entrySet().stream()
                .flatMap(picture -> figure(evidence, picture.getKey(), picture.getValue(), isCompared).stream())
                .toList();
    }

    private static Optional<Figure> figure(
            Evidence evidence, Subject subject, List<Result> results, boolean isCompared) {
        Curves curves = new Curves(evidence);
        List<Series> series = new ArrayList<>();
        for (Result result : results) {
            String name = isCompared ? evidence.label(result.device().name()) : loadText(load(result));
            Look look = isCompared ? evidence.look(result.device().name()) : Look.of(series.size());
            curves.latency(result, name, look).ifPresent(series::add);
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        curves.senderLateness(results).ifPresent(series::add);
        curves.deviceLateness(results).ifPresent(series::add);
        boolean hasBias = curves.bias(subject.frames()).map(series::add).orElse(false);
        String at = subject.load() == null ? "" : " at " + loadText(subject.load());
        String device = isCompared ? "" : ", " + results.getFirst().device().name();
        LineChart chart = new LineChart(
                evidence.labels(
                        "Latency by percentile: " + Words.frames(subject.frames()) + at + device,
                        subject.scene().text()
                                + "; every frame from the moment it was due until it arrived. Grey: the machine's jitter meanwhile"
                                + (hasBias ? ", and the tester alone" : "")),
                new PercentileScale(nines(series)),
                LogScale.decades("Latency", NANOS, least(series), most(series)),
                NANOS,
                series);
        String load = subject.load() == null ? "" : loadText(subject.load());
        return Optional.of(Figure.of(
                chart,
                subject.scene().test(),
                subject.frames(),
                load,
                subject.scene().addresses()));
    }

    private static boolean hasLatency(Result result) {
        return result.hlog() != null
                || result.values().stream()
                                .filter(value -> value.unit().equals("ns"))
                                .filter(value -> Percentiles.rank(value.name()).isPresent())
                                .count()
                        > 1;
    }

    private static @Nullable Double load(Result result) {
        return result.values().isEmpty() ? null : result.values().getFirst().at();
    }

    private static String loadText(@Nullable Double load) {
        return load == null ? "latency" : Words.share(load) + " of the throughput";
    }

    private static int nines(List<Series> series) {
        double highest = series.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::x)
                .filter(percentile -> percentile < CERTAIN)
                .max()
                .orElse(0);
        double nines = Math.ceil(-Math.log10(1 - highest / CERTAIN) - 1e-6);
        return Math.clamp((long) nines, 1, MOST_NINES);
    }

    private static double least(List<Series> series) {
        return Math.max(LEAST_NANOS, values(series).min().orElse(LEAST_NANOS));
    }

    private static double most(List<Series> series) {
        return Math.max(10 * LEAST_NANOS, values(series).max().orElse(0));
    }

    private static DoubleStream values(List<Series> series) {
        return series.stream()
                .flatMap(each -> each.points().stream())
                .mapToDouble(Point::y)
                .filter(nanos -> nanos > 0);
    }
}
