package io.isolane.tools.regress.trend;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A series as one line of text: a column for each point, a bar before a new level.
 *
 * @param heights from the lowest to the highest
 * @param bar before a change
 */
record Sparkline(String heights, String bar) {
    private static final Sparkline BLOCKS = new Sparkline("\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588", "\u2502");
    private static final Sparkline ASCII = new Sparkline("_.-=+*#@", "|");

    /** With block characters where the terminal's character set has them. */
    static Sparkline in(Charset charset) {
        return charset.newEncoder().canEncode(BLOCKS.heights + BLOCKS.bar) ? BLOCKS : ASCII;
    }

    String of(Trend trend) {
        List<Double> values = trend.series().values();
        double low = Collections.min(values);
        double span = Collections.max(values) - low;
        Set<Integer> changes = trend.changes().stream()
                .filter(change -> !change.isDrift())
                .map(Change::to)
                .collect(Collectors.toSet());
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            double share = span == 0 ? 0 : (values.get(i) - low) / span;
            line.append(changes.contains(i) ? bar : "")
                    .append(heights.charAt((int) Math.min(heights.length() - 1, share * heights.length())));
        }
        return line.toString();
    }
}
