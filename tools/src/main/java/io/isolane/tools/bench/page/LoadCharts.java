package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.LineChart;
import io.isolane.tools.bench.chart.LinearScale;
import io.isolane.tools.bench.chart.Look;
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
import java.util.function.ToDoubleFunction;

/**
 * Figures over the load: frames lost, both from 0 to 100 % (RFC 2544, 26.3), and frames forwarded. A line is a length of frames, and there is a picture for each device; where there
 * are more devices than lengths, the other way round. Stateless.
 */
final class LoadCharts {
    private static final String LOST = "%";
    private static final double PER_CENT = 100;

    private LoadCharts() {}

    /** What a picture is of: a device or a length of frames is its {@code one}. */
    private record Subject(Scene scene, String figure, String unit, String one) {}

    /** The share of the frames that did not arrive. */
    static List<Figure> ofLoss(Evidence evidence) {
        return of(evidence, LOST);
    }

    /** How many frames arrived. */
    static List<Figure> ofRate(Evidence evidence) {
        return of(evidence, "frames/s");
    }

    private static List<Figure> of(Evidence evidence, String unit) {
        boolean devicesAreLines = evidence.devices().size() > lengths(evidence);
        Map<Subject, List<Series>> pictures = new LinkedHashMap<>();
        for (Result result : evidence.results().results()) {
            for (Map.Entry<String, List<Point>> curve : curves(result, unit).entrySet()) {
                String device = result.device().name();
                Subject subject = new Subject(
                        Scene.of(result),
                        curve.getKey(),
                        unit,
                        devicesAreLines ? Words.frames(result.frames()) : device);
                List<Series> lines = pictures.computeIfAbsent(subject, key -> new ArrayList<>());
                lines.add(
                        devicesAreLines
                                ? new Series(evidence.label(device), evidence.look(device), curve.getValue())
                                : new Series(Words.frames(result.frames()), Look.of(lines.size()), curve.getValue()));
            }
        }
        return pictures.entrySet().stream()
                .map(picture -> figure(evidence, picture.getKey(), picture.getValue()))
                .toList();
    }

    private static Figure figure(Evidence evidence, Subject subject, List<Series> lines) {
        Quantity quantity = Quantity.of(subject.unit());
        LineChart chart = new LineChart(
                evidence.labels(
                        Words.title(subject.figure()) + " over the load: " + subject.one(),
                        subject.scene().text()),
                LinearScale.exactly(
                        "Load offered (% of the maximum)",
                        Quantity.of(""), 0, Math.max(PER_CENT, highest(lines, Point::x))),
                subject.unit().equals(LOST)
                        ? LinearScale.exactly("Frames lost", quantity, 0, PER_CENT)
                        : LinearScale.upTo(Words.title(subject.figure()), quantity, highest(lines, Point::y)),
                quantity,
                lines);
        return Figure.of(
                chart,
                subject.scene().test(),
                subject.figure(),
                subject.one(),
                subject.scene().addresses());
    }

    private static double highest(List<Series> lines, ToDoubleFunction<Point> coordinate) {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(coordinate)
                .max()
                .orElse(0);
    }

    /** The figures of a result that are in a unit and over a load, by name, from the least load. */
    private static Map<String, List<Point>> curves(Result result, String unit) {
        Map<String, List<Point>> curves = new LinkedHashMap<>();
        for (Value value : result.values()) {
            Double at = value.at();
            if (at != null && value.unit().equals(unit)) {
                curves.computeIfAbsent(value.name(), key -> new ArrayList<>())
                        .add(Point.of(at * PER_CENT, value.value()));
            }
        }
        curves.values().removeIf(points -> points.size() < 2);
        curves.values().forEach(points -> points.sort(Comparator.comparingDouble(Point::x)));
        return curves;
    }

    private static long lengths(Evidence evidence) {
        return evidence.results().results().stream()
                .map(Result::frames)
                .distinct()
                .count();
    }
}
