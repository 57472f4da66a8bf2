package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.LineChart;
import io.isolane.tools.bench.chart.LinearScale;
import io.isolane.tools.bench.chart.LogScale;
import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.chart.Series;
import io.isolane.tools.bench.chart.Series.Point;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a frame costs, in time between frames, over the number of addresses: a picture where a rate was measured with several numbers. Stateless. */
final class CostCharts {
    private static final Quantity NANOS = Quantity.of("ns");
    private static final double NANOS_PER_SECOND = 1e9;

    private CostCharts() {}

    /** What a picture is of. */
    private record Subject(String test, String figure, String frames, int vlans) {}

    static List<Figure> of(Evidence evidence) {
        Map<Subject, Map<String, List<Point>>> pictures = new LinkedHashMap<>();
        for (Result result : evidence.results().results()) {
            for (Value value : result.values()) {
                if (value.at() == null && value.unit().equals("frames/s") && value.value() > 0) {
                    pictures.computeIfAbsent(
                                    new Subject(result.test(), value.name(), result.frames(), result.vlans()),
                                    key -> new LinkedHashMap<>())
                            .computeIfAbsent(result.device().name(), key -> new ArrayList<>())
                            .add(point(result.addresses(), value));
                }
            }
        }
        return pictures.entrySet().stream()
                .filter(picture -> addresses(picture.getValue()).size() > 1)
                .map(picture -> figure(evidence, picture.getKey(), picture.getValue()))
                .toList();
    }

    private static Figure figure(Evidence evidence, Subject subject, Map<String, List<Point>> lines) {
        List<Series> series = lines.entrySet().stream()
                .map(line -> new Series(
                        evidence.label(line.getKey()),
                        evidence.look(line.getKey()),
                        line.getValue().stream()
                                .sorted(Comparator.comparingDouble(Point::x))
                                .toList()))
                .toList();
        double most = lines.values().stream()
                .flatMap(List::stream)
                .mapToDouble(point -> point.high() == null ? point.y() : Math.max(point.y(), point.high()))
                .max()
                .orElse(0);
        LineChart chart = new LineChart(
                evidence.labels(
                        "Cost against number of addresses: " + Words.frames(subject.frames()),
                        "Time between frames at the " + subject.figure() + " (" + subject.test() + "), "
                                + Words.count(subject.vlans(), "VLAN") + "; whiskers: its bounds"),
                LogScale.of("Addresses (stations in all)", Quantity.of(""), addresses(lines)),
                LinearScale.upTo("Time for a frame", NANOS, most),
                NANOS,
                series);
        return Figure.of(chart, "cost", subject.test(), subject.figure(), subject.frames());
    }

    private static Point point(int addresses, Value value) {
        return new Point(addresses, cost(value.value()), bound(value.high()), bound(value.low()));
    }

    private static @Nullable Double bound(@Nullable Double rate) {
        return rate == null || rate <= 0 ? null : cost(rate);
    }

    private static double cost(double framesPerSecond) {
        return NANOS_PER_SECOND / framesPerSecond;
    }

    private static List<Double> addresses(Map<String, List<Point>> lines) {
        return lines.values().stream()
                .flatMap(List::stream)
                .map(Point::x)
                .distinct()
                .toList();
    }
}
