package io.isolane.tools.regress.report;

import io.isolane.tools.bench.markup.Markup;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Interval;
import io.isolane.tools.regress.verdict.Judgement;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Effects and their intervals on one axis, worse to the left and better to the right, as SVG whose places are shares of its width, so that it fits any
 * screen. What lies beyond the axis ends in an arrow. Immutable.
 *
 * @param reach the axis goes from minus to plus this change
 * @param threshold the change asked about: a band
 */
record EffectPicture(double reach, double threshold) {
    private static final double FARTHEST = 0.25;
    private static final String HEIGHT = "26";
    private static final String MIDDLE = "13";

    /** With room for the intervals of a comparison, and for twice the change asked about. */
    static EffectPicture of(Comparison comparison) {
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
        return new EffectPicture(Math.clamp(1.1 * most, least, Math.max(least, FARTHEST)), comparison.threshold());
    }

    /** The axis with its labels. */
    void drawAxis(Markup html) {
        html.open("svg", "height", "34", "role", "img", "aria-label", "axis: worse to the left, better to the right");
        label(html, "0%", "start", "worse", "11");
        label(html, "100%", "end", "better", "11");
        for (double share : new double[] {-reach, -reach / 2, 0, reach / 2, reach}) {
            String anchor = share == -reach ? "start" : share == reach ? "end" : "middle";
            label(html, place(share), anchor, Quantity.change(share), "29");
        }
        html.close();
    }

    /** One effect; the colour is the surrounding text's. */
    void draw(Markup html, Judgement judgement) {
        Row row = Row.of(judgement);
        html.open(
                "svg",
                "height",
                HEIGHT,
                "role",
                "img",
                "aria-label",
                row.label() + ": " + row.change() + " " + row.interval());
        html.empty(
                "rect",
                "class",
                "band",
                "x",
                place(-threshold),
                "width",
                percent(threshold / reach),
                "y",
                "0",
                "height",
                HEIGHT);
        html.empty("line", "class", "zero", "x1", "50%", "x2", "50%", "y1", "0", "y2", HEIGHT);
        Interval interval = judgement.interval();
        html.empty(
                "line",
                "class",
                "mark",
                "x1",
                place(interval.low()),
                "x2",
                place(interval.high()),
                "y1",
                MIDDLE,
                "y2",
                MIDDLE);
        end(html, interval.low());
        end(html, interval.high());
        html.empty("circle", "class", "mark", "cx", place(judgement.effect()), "cy", MIDDLE, "r", "4");
        html.close();
    }

    private void end(Markup html, double share) {
        if (Math.abs(share) <= reach) {
            html.empty("line", "class", "mark", "x1", place(share), "x2", place(share), "y1", "8", "y2", "18");
        } else {
            label(html, share < 0 ? "0%" : "100%", share < 0 ? "start" : "end", share < 0 ? "\u25c0" : "\u25b6", "17");
        }
    }

    private static void label(Markup html, String at, String anchor, String text, String y) {
        html.element("text", text, "x", at, "y", y, "text-anchor", anchor);
    }

    private String place(double share) {
        return percent((Math.clamp(share, -reach, reach) + reach) / (2 * reach));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * share);
    }
}
