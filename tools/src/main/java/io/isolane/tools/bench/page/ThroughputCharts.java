package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.BarChart;
import io.isolane.tools.bench.chart.BarChart.Bar;
import io.isolane.tools.bench.chart.BarChart.Bars;
import io.isolane.tools.bench.chart.LinearScale;
import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rates by device and length of frames, a picture for each figure of each test that is a rate; those that were searched for come first. Stateless. */
final class ThroughputCharts {
    private static final Quantity RATE = Quantity.of("frames/s");

    private ThroughputCharts() {}

    /** What a picture is of. */
    private record Subject(Scene scene, String figure) {}

    /** A bar and where it belongs. */
    private record Found(String device, String frames, Value value) {}

    static List<Figure> of(Evidence evidence) {
        Map<Subject, List<Found>> pictures = new LinkedHashMap<>();
        for (Result result : evidence.results().results()) {
            for (Value value : result.values()) {
                if (isSingle(value, result) && value.unit().equals("frames/s")) {
                    pictures.computeIfAbsent(new Subject(Scene.of(result), name(value)), key -> new ArrayList<>())
                            .add(new Found(result.device().name(), result.frames(), value));
                }
            }
        }
        return pictures.entrySet().stream()
                .sorted(Comparator.comparing(picture -> !isSearched(picture.getValue())))
                .map(picture -> figure(evidence, picture.getKey(), picture.getValue()))
                .toList();
    }

    /** Whether it is what a search was for, with bounds; what follows from it comes after. */
    private static boolean isSearched(List<Found> all) {
        return all.stream().map(Found::value).anyMatch(value -> value.low() != null || value.high() != null);
    }

    /** Whether a figure is no part of a curve. */
    private static boolean isSingle(Value value, Result result) {
        return result.values().stream()
                        .filter(other -> other.name().equals(value.name()))
                        .count()
                == 1;
    }

    private static String name(Value value) {
        Double at = value.at();
        return at == null ? value.name() : value.name() + " at " + Words.share(at) + " load";
    }

    /** The figure, and the test where its name is not the figure's. */
    private static String title(Subject subject) {
        String test = subject.scene().test();
        String name = test.substring(test.indexOf('/') + 1);
        boolean isNamed = name.equals(test) || name.equals(subject.figure());
        return Words.title(subject.figure()) + (isNamed ? "" : " (" + name + ")");
    }

    private static Figure figure(Evidence evidence, Subject subject, List<Found> all) {
        List<String> frames = all.stream().map(Found::frames).distinct().toList();
        List<Bars> series = evidence.devices().stream()
                .filter(device -> all.stream().anyMatch(found -> found.device().equals(device)))
                .map(device -> new Bars(evidence.label(device), evidence.look(device), bars(all, device, frames)))
                .toList();
        String by = evidence.hasModes() ? " by isolation mode and frame size" : " by device and frame size";
        String scale =
                hasOneScale(evidence) ? "" : ", " + Words.count(subject.scene().addresses(), "address");
        boolean hasBounds = all.stream().anyMatch(found -> found.value().low() != null);
        String whiskers = hasBounds ? "; whiskers: lower and upper bound" : "";
        BarChart chart = new BarChart(
                evidence.labels(title(subject) + by + scale, subject.scene().text() + whiskers),
                "Frame size (bytes, FCS included)",
                frames,
                LinearScale.upTo(Words.title(subject.figure()), RATE, highest(all)),
                RATE,
                series);
        return Figure.of(
                chart, subject.scene().test(), subject.figure(), subject.scene().addresses());
    }

    private static List<@Nullable Bar> bars(List<Found> all, String device, List<String> frames) {
        List<@Nullable Bar> bars = new ArrayList<>();
        for (String size : frames) {
            bars.add(all.stream()
                    .filter(found ->
                            found.device().equals(device) && found.frames().equals(size))
                    .findFirst()
                    .map(found -> new Bar(
                            found.value().value(),
                            found.value().low(),
                            found.value().high()))
                    .orElse(null));
        }
        return bars;
    }

    private static boolean hasOneScale(Evidence evidence) {
        return evidence.results().results().stream()
                        .map(Result::addresses)
                        .distinct()
                        .count()
                == 1;
    }

    private static double highest(List<Found> all) {
        return all.stream()
                .map(Found::value)
                .mapToDouble(value -> value.high() == null ? value.value() : Math.max(value.value(), value.high()))
                .max()
                .orElse(0);
    }
}
