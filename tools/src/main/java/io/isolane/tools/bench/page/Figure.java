package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Chart;
import java.util.Locale;

/**
 * A picture of a report. Immutable.
 *
 * @param file what its SVG file is called, without the extension
 */
record Figure(String file, Chart chart) {
    /** A picture whose file has a name of lower-case letters, digits and dashes. */
    static Figure of(Chart chart, Object... words) {
        StringBuilder file = new StringBuilder();
        for (Object word : words) {
            String part = word.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            file.append(file.isEmpty() ? "" : "-").append(part.replaceAll("^-|-$", ""));
        }
        return new Figure(file.toString(), chart);
    }
}
