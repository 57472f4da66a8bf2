package io.isolane.tools.bench.report;

import io.isolane.tools.bench.report.Report.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the machine may be behind latencies that are long at their 99.9th percentile: a bound, not a cause. Stateless. */
final class Tails {
    /** Up to this nothing needs an explanation. */
    static final long LONG_NANOS = 100_000;

    private Tails() {}

    /** A sentence for the rows that the machine may be behind, and one for those that it cannot be, where there are such rows. */
    static List<String> explain(List<Row> rows, Latency baseline) {
        List<Row> tails = rows.stream().filter(row -> isLong(row.latency())).toList();
        List<Row> explained =
                tails.stream().filter(row -> isMachine(row.latency(), baseline)).toList();
        List<Row> others =
                tails.stream().filter(row -> !explained.contains(row)).toList();
        List<String> sentences = new ArrayList<>();
        if (!explained.isEmpty()) {
            sentences.add("The machine's own hiccups may be" + tails(explained, baseline));
        }
        if (!others.isEmpty()) {
            sentences.add("The machine's own hiccups do not explain" + tails(others, baseline));
        }
        return sentences;
    }

    private static boolean isLong(@Nullable Latency latency) {
        return latency != null && latency.p999Nanos() >= LONG_NANOS;
    }

    /** The machine may be behind a long tail if one of the two threads was as late, or the baseline as slow, as half of it. */
    private static boolean isMachine(@Nullable Latency latency, Latency baseline) {
        return latency != null && 2 * Math.max(hiccup(latency), baseline.p999Nanos()) >= latency.p999Nanos();
    }

    private static long hiccup(Latency latency) {
        return Math.max(latency.hiccupP999Nanos(), latency.switchHiccupP999Nanos());
    }

    private static String tails(List<Row> rows, Latency baseline) {
        return " why 99.9% took up to " + rows.stream().map(Tails::tail).collect(Collectors.joining(", "))
                + "; without a switch 99.9% took up to " + Figures.micros(baseline.p999Nanos()) + " us.";
    }

    private static String tail(Row row) {
        Latency latency = row.latency();
        return latency == null
                ? row.name()
                : Figures.micros(latency.p999Nanos()) + " us in " + row.name() + " (sender late by up to "
                        + Figures.micros(latency.hiccupP999Nanos()) + ", the switch's thread by up to "
                        + Figures.micros(latency.switchHiccupP999Nanos()) + ")";
    }
}
