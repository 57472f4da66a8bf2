package io.isolane.tools.bench.chart;

import java.util.List;

/** An axis: where a value lies on it, and which places have lines and labels. Immutable. */
public sealed interface Scale permits LinearScale, LogScale, PercentileScale {
    /** What the axis shows, with its unit. */
    String title();

    /** Where a value lies, 0 at the axis' begin and 1 at its end. */
    double place(double value);

    /**
     * The places with lines, in ascending order.
     *
     * @param most how many labels there is room for, about
     */
    List<Tick> ticks(int most);
}
