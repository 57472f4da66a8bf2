package io.isolane.tools.regress.jmh;

import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.metric.Direction;
import io.isolane.tools.regress.metric.Metric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of one fork, read from the JSON that JMH wrote. Stateless.
 *
 * <p>A fork's score is not the mean of its iterations but the decile at their good end: the rate that one iteration in ten reached, the time that
 * one in ten kept to. On a machine shared with others noise has one sign: a neighbour, a clock tick, a fork that is still being compiled make an iteration
 * slower and nothing makes it faster, so the good end repeats where the mean does not. What every iteration pays, the good end pays too. What only
 * some iterations pay, such as a rare pause, it does not show: that is what percentiles of sampled times are for, each a metric of its own.
 */
final class JmhFigures {
    private static final double GOOD_END = 0.9;
    private static final Map<String, String> PERCENTILES = Map.of("50.0", "p50", "99.0", "p99", "99.9", "p99.9");
    private static final List<String> PER_OPERATION = List.of("gc.alloc.rate.norm", "instructions", "instructions:u");

    private JmhFigures() {}

    /** @throws IOException if the file is not what JMH writes, or has no figure */
    static List<Reading> read(Path file) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try {
            JsonNode results = JsonMapper.shared().readTree(Files.readAllBytes(file));
            results.forEach(result -> addTo(readings, result));
        } catch (JacksonException | IllegalArgumentException malformed) {
            throw new IOException("JMH's result cannot be read: " + malformed.getMessage(), malformed);
        }
        if (readings.isEmpty()) {
            throw new IOException("JMH's result has no figure");
        }
        return List.copyOf(readings);
    }

    private static void addTo(List<Reading> readings, JsonNode result) {
        JsonNode primary = result.path("primaryMetric");
        if (result.path("mode").asString("").equals("sample")) {
            PERCENTILES.forEach((key, name) -> readings.add(new Reading(
                    metric(result, name, primary),
                    primary.path("scorePercentiles").path(key).asDouble(),
                    List.of())));
        } else {
            Metric score = metric(result, Metric.SCORE, primary);
            double[] iterations = iterations(primary);
            readings.add(new Reading(score, goodEnd(iterations, score.direction()), rounded(iterations)));
        }
        for (String name : PER_OPERATION) {
            JsonNode figure = secondary(result.path("secondaryMetrics"), name);
            if (!figure.isMissingNode()) {
                double[] iterations = iterations(figure);
                readings.add(new Reading(metric(result, name, figure), quantile(iterations, 0.5), List.of()));
            }
        }
    }

    /** Older versions of JMH put a dot before the names of profilers' figures. */
    private static JsonNode secondary(JsonNode metrics, String name) {
        return metrics.has(name) ? metrics.path(name) : metrics.path("·" + name);
    }

    private static Metric metric(JsonNode result, String name, JsonNode figure) {
        TreeMap<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asString()));
        return new Metric(
                result.path("benchmark").asString(),
                parameters,
                name,
                figure.path("scoreUnit").asString());
    }

    private static double[] iterations(JsonNode figure) {
        return figure.path("rawData")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    static double goodEnd(double[] iterations, Direction direction) {
        return quantile(iterations, direction == Direction.HIGHER_IS_BETTER ? GOOD_END : 1 - GOOD_END);
    }

    /** With a straight line between neighbours. */
    private static double quantile(double[] values, double share) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there is no iteration");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** To four digits: what noise leaves of them is far less. */
    private static List<Double> rounded(double[] iterations) {
        return Arrays.stream(iterations)
                .mapToObj(value -> Double.valueOf(String.format(Locale.ROOT, "%.4g", value)))
                .toList();
    }
}
