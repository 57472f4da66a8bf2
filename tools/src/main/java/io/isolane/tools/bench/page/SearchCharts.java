package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.chart.SearchChart;
import io.isolane.tools.bench.chart.SearchChart.Bounds;
import io.isolane.tools.bench.chart.SearchChart.Step;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.results.Entry.Bound;
import io.isolane.tools.bench.results.Entry.Result;
import io.isolane.tools.bench.results.Entry.Trial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** How each search went, trial by trial. Stateless. */
final class SearchCharts {
    /** The loss that partial drop rate usually allows: 0.5 %. */
    private static final double TOLERATED = 0.005;

    private SearchCharts() {}

    /** What a picture is of. */
    private record Subject(Scene scene, String device, String frames) {}

    static List<Figure> of(Evidence evidence) {
        List<Figure> figures = new ArrayList<>();
        searches(evidence).forEach((subject, searches) -> {
            for (int i = 0; i < searches.size(); i++) {
                String number = searches.size() == 1 ? "" : ", " + (i + 1) + " of " + searches.size();
                figures.add(figure(evidence, subject, number, searches.get(i)));
            }
        });
        return List.copyOf(figures);
    }

    /** The trials of each search: one ends where its result stands. */
    private static Map<Subject, List<List<Trial>>> searches(Evidence evidence) {
        Map<Subject, List<List<Trial>>> all = new LinkedHashMap<>();
        Set<Subject> open = new HashSet<>();
        for (Entry entry : evidence.results().entries()) {
            if (entry instanceof Trial trial && !trial.bounds().isEmpty() && trial.rate() != null) {
                Subject subject = new Subject(Scene.of(trial), trial.device().name(), trial.frames());
                List<List<Trial>> searches = all.computeIfAbsent(subject, key -> new ArrayList<>());
                if (open.add(subject)) {
                    searches.add(new ArrayList<>());
                }
                searches.getLast().add(trial);
            } else if (entry instanceof Result result) {
                open.remove(new Subject(Scene.of(result), result.device().name(), result.frames()));
            }
        }
        return all;
    }

    private static Figure figure(Evidence evidence, Subject subject, String number, List<Trial> trials) {
        List<String> goals = trials.getLast().bounds().stream().map(Bound::goal).toList();
        String found =
                trials.getLast().bounds().stream().map(SearchCharts::text).collect(Collectors.joining("; "));
        SearchChart chart = new SearchChart(
                evidence.labels(
                        "Search for " + String.join(", ", goals) + ": " + evidence.label(subject.device()) + ", "
                                + Words.frames(subject.frames()) + number,
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
                subject.scene().addresses() + number);
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
