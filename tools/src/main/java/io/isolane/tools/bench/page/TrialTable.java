package io.isolane.tools.bench.page;

import io.isolane.tools.bench.chart.Quantity;
import io.isolane.tools.bench.results.Entry.Trial;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every trial of a run. Stateless. */
final class TrialTable {
    private static final Quantity NANOS = Quantity.of("ns");
    private static final Quantity SECONDS = Quantity.of("s");
    private static final List<String> HEAD = List.of(
            "Trial",
            "Test",
            "Device",
            "For",
            "Frames",
            "Addresses",
            "VLANs",
            "Load",
            "Sending",
            "Sent",
            "Received",
            "Lost",
            "Duplicates",
            "Reordered",
            "Misdirected",
            "Forwarded",
            "p50",
            "p99",
            "p99.9",
            "max",
            "Tester late, p99.9");

    private TrialTable() {}

    static Table of(Evidence evidence) {
        Table table = new Table("Every trial, in the order in which they were run", 4, HEAD);
        List<Trial> trials = evidence.results().trials();
        for (int i = 0; i < trials.size(); i++) {
            table.row(row(i + 1, trials.get(i)));
        }
        return table;
    }

    private static List<String> row(int number, Trial trial) {
        Double rate = trial.rate();
        return List.of(
                Integer.toString(number),
                trial.test(),
                trial.device().name(),
                trial.note(),
                trial.frames(),
                Words.number(trial.addresses()),
                Words.number(trial.vlans()),
                rate == null ? "back-to-back" : Words.rate(rate),
                SECONDS.text(trial.seconds()),
                Words.number(trial.sent()),
                Words.number(trial.received()),
                Words.share(trial.lossRatio()),
                Words.number(trial.duplicates()),
                Words.number(trial.reordered()),
                Words.number(trial.misdirected()),
                Words.rate(trial.forwardingRate()),
                nanos(trial.latencyNanos(), "p50"),
                nanos(trial.latencyNanos(), "p99"),
                nanos(trial.latencyNanos(), "p99.9"),
                nanos(trial.latencyNanos(), "max"),
                nanos(trial.senderLateNanos(), "p99.9"));
    }

    private static String nanos(Map<String, Double> percentiles, String name) {
        return percentiles.containsKey(name) ? NANOS.text(Objects.requireNonNull(percentiles.get(name))) : "–";
    }
}
