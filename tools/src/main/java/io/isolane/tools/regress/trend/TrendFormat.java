package io.isolane.tools.regress.trend;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.report.Quantity;
import io.isolane.tools.regress.trend.Series.Point;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** In what form a trend is given. */
enum TrendFormat {
    /** A line of columns for each metric, and its changes. */
    TEXT,
    /** For programs; its schema has a number. */
    JSON,
    /** One page with a chart for each metric. */
    HTML;

    private static final int SCHEMA = 1;
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The report in this form, ending in a newline; text is for a terminal with this character set. */
    String render(TrendReport report, Charset charset) {
        return switch (this) {
            case TEXT -> text(report, Sparkline.in(charset));
            case JSON -> json(report);
            case HTML -> TrendPage.render(report);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String text(TrendReport report, Sparkline sparkline) {
        List<String> lines = new ArrayList<>();
        lines.add(report.directory() + ": " + report.conditions());
        for (Trend trend : report.trends()) {
            Series series = trend.series();
            lines.add("");
            lines.add(oneLine(series.metric().label()) + " (" + series.metric().unit() + ", " + better(series.metric())
                    + ")");
            lines.add("  " + sparkline.of(trend) + "  "
                    + Quantity.of(series.points().getLast().value())
                    + " " + series.metric().unit());
            trend.changes().forEach(change -> lines.add("  " + oneLine(sentence(trend, change))));
            if (!trend.isLongEnough()) {
                lines.add("  " + series.points().size() + " results are too few to find a change");
            }
        }
        report.history().remarks().forEach(remark -> lines.add("- " + remark));
        lines.add("");
        lines.add("Trend: " + report.summary() + " (exit code " + report.exitCode() + ")");
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    /** One change in words. */
    static String sentence(Trend trend, Change change) {
        List<Point> points = trend.series().points();
        return (change.isWorse() ? "worse" : "better") + " by " + size(change) + ", a " + change.kind() + " from "
                + Quantity.of(change.before()) + " to " + Quantity.of(change.after()) + " between "
                + points.get(change.from()).label() + " and "
                + points.get(change.to()).label();
    }

    /** How much a change is, without its sign. */
    static String size(Change change) {
        return Quantity.change(Math.abs(change.effect())).substring(1);
    }

    /** Which way is better, in words. */
    static String better(Metric metric) {
        return switch (metric.direction()) {
            case HIGHER_IS_BETTER -> "more is better";
            case LOWER_IS_BETTER -> "less is better";
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static String json(TrendReport report) {
        Document document = new Document(
                SCHEMA,
                report.exitCode(),
                report.summary(),
                report.history().order(),
                report.threshold(),
                report.trends().stream().map(Entry::of).toList(),
                report.history().remarks());
        return MAPPER.writeValueAsString(document) + System.lineSeparator();
    }

    record Document(
            int schema,
            int exitCode,
            String summary,
            String order,
            double threshold,
            List<Entry> metrics,
            List<String> remarks) {}

    record Entry(
            String benchmark,
            Map<String, String> parameters,
            String figure,
            String unit,
            boolean isLongEnough,
            List<Point> points,
            List<Stretch> stretches,
            List<Change> changes) {
        static Entry of(Trend trend) {
            Metric metric = trend.series().metric();
            return new Entry(
                    metric.benchmark(),
                    metric.parameters(),
                    metric.name(),
                    metric.unit(),
                    trend.isLongEnough(),
                    trend.series().points(),
                    trend.stretches(),
                    trend.changes());
        }
    }
}
