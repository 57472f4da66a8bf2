package io.isolane.tools.regress.report;

import io.isolane.tools.bench.chart.IntervalChart;
import io.isolane.tools.bench.chart.Labels;
import io.isolane.tools.bench.chart.LinearScale;
import io.isolane.tools.bench.chart.Look;
import io.isolane.tools.bench.chart.Palette;
import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The effects of a comparison and their intervals as one chart, worse to the left and better to the right. Stateless. */
final class EffectChart {
    private static final double WHOLE = 100;
    /** No axis goes farther than a quarter, however wide an interval is. */
    private static final double FARTHEST = 0.25;

    private EffectChart() {}

    static IntervalChart of(Comparison comparison, String command) {
        double reach = WHOLE * reach(comparison);
        double band = WHOLE * comparison.threshold();
        return new IntervalChart(
                new Labels(
                        "Change by benchmark: " + comparison.verdict().label(),
                        subtitle(comparison),
                        command,
                        Words.machine(comparison)),
                LinearScale.over("Worse \u2190 change \u2192 better", Quantity.of("%"), -reach, reach),
                -band,
                band,
                comparison.judgements().stream()
                        .map(judgement -> row(judgement, Words.shared(comparison)))
                        .toList());
    }

    private static String subtitle(Comparison comparison) {
        String shared = Words.sharedParameters(comparison);
        return "From " + comparison.baseline().name() + " to "
                + comparison.candidate().name() + (shared.isEmpty() ? "" : ", all with " + shared) + ". "
                + Words.legend(comparison) + " A change within the grey band does not count.";
    }

    private static IntervalChart.Row row(Judgement judgement, Map<String, String> shared) {
        Row row = Row.of(judgement, shared);
        Interval interval = judgement.interval();
        return new IntervalChart.Row(
                row.label() + ": " + row.verdict() + ", " + whole(row.change()) + " " + whole(row.interval()),
                look(judgement.verdict()),
                WHOLE * interval.low(),
                WHOLE * judgement.effect(),
                WHOLE * interval.high());
    }

    /** A text that is not broken at its blanks. */
    private static String whole(String text) {
        return text.replace(' ', '\u00a0');
    }

    /** Room for the intervals, and for twice the change asked about. */
    private static double reach(Comparison comparison) {
        double most = comparison.judgements().stream()
                .flatMapToDouble(judgement -> DoubleStream.of(
                        judgement.effect(),
                        judgement.interval().low(),
                        judgement.interval().high()))
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        double least = 2 * comparison.threshold();
        return Math.clamp(most, least, Math.max(least, FARTHEST));
    }

    /** A colour and a shape for each, so that neither has to be told apart alone. */
    private static Look look(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> new Look(Palette.GOOD, Look.Shape.TRIANGLE, Look.Stroke.SOLID);
            case SLOWER -> new Look(Palette.BAD, Look.Shape.WEDGE, Look.Stroke.SOLID);
            case SAME -> new Look(0, Look.Shape.CIRCLE, Look.Stroke.SOLID);
            case INCONCLUSIVE -> new Look(Palette.GREY, Look.Shape.RING, Look.Stroke.SOLID);
        };
    }
}
