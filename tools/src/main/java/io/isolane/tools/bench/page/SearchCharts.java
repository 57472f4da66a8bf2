package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.chart.SearchChart;
import io.isolane.tools.bench.chart.SearchChart.Bounds;
import io.isolane.tools.bench.chart.SearchChart.Step;
import io.isolane.tools.bench.results.Entry.Bound;
import io.isolane.tools.bench.results.Entry.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How each search went, trial by trial. Stateless. */
final class SearchCharts {
    /** The loss that partial drop rate usually allows: 0.5 %. */
    private static final double TOLERATED = 0.005;

    private SearchCharts() {}

    /** What a picture is of. */
    private record Subject(Scene scene, String device, String frames) {}

    static List<Figure> of(Evidence evidence) {
        Map<Subject, List<Trial>> searches = evidence.results().trials().stream()
                .filter(trial -> !trial.bounds().isEmpty() && trial.rate() != null)
                .collect(Collectors.groupingBy(
                        trial -> new Subject(Scene.of(trial), trial.device().name(), trial.frames()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return searches.entrySet().stream()
                .map(search -> figure(evidence, search.getKey(), search.getValue()))
                .toList();
    }

    private static Figure figure(Evidence evidence, Subject subject, List<Trial> trials) {
        List<String> goals = trials.getLast().bounds().stream().map(Bound::goal).toList();
        String found =
                trials.getLast().bounds().stream().map(SearchCharts::text).collect(Collectors.joining("; "));
        SearchChart chart = new SearchChart(
                evidence.labels(
                        "Search for " + String.join(" and ", goals) + ": " + evidence.label(subject.device()) + ", "
                                + Words.frames(subject.frames()),
                        subject.scene().text() + ", " + Words.count(trials.size(), "trial") + ". " + Words.title(found)
                                + "."),
                Quantity.of("frames/s"),
                TOLERATED,
                goals,
                trials.stream().map(trial -> step(trial, goals)).toList());
        return Figure.of(
                chart,
                "search",
                subject.scene().test(),
                subject.device(),
                subject.frames(),
                subject.scene().addresses());
    }

    private static Step step(Trial trial, List<String> goals) {
        List<Bounds> bounds = goals.stream()
                .map(goal -> trial.bounds().stream()
                        .filter(bound -> bound.goal().equals(goal))
                        .map(bound -> new Bounds(bound.low(), bound.high()))
                        .findFirst()
                        .orElse(new Bounds(null, null)))
                .toList();
        return new Step(Objects.requireNonNull(trial.rate()), trial.lossRatio(), bounds);
    }

    private static String text(Bound bound) {
        Double low = bound.low();
        Double high = bound.high();
        if (low == null || high == null) {
            String side = low == null ? "no load met it" : "at least " + Words.rate(low);
            return bound.goal() + ": " + side;
        }
        return bound.goal() + " from " + Words.rate(low) + " to " + Words.rate(high);
    }
}
