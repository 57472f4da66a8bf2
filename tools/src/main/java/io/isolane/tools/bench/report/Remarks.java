package io.isolane.tools.bench.report;

import io.isolane.tools.bench.report.Report.Conditions;
import io.isolane.tools.bench.report.Report.Row;
import io.isolane.tools.bench.rig.DeliveryFaults;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reader should know beside the figures, in sentences. Confined to its thread. */
public final class Remarks {
    private final Conditions conditions;
    private final List<String> sentences = new ArrayList<>();

    private Remarks(Conditions conditions) {
        this.conditions = conditions;
    }

    /**
     * The sentences.
     *
     * @param rows the first is the baseline
     */
    public static List<String> of(Conditions conditions, List<Row> rows, @Nullable Copies copies) {
        Remarks remarks = new Remarks(conditions);
        if (copies != null) {
            remarks.copies(copies);
        }
        Latency baseline = rows.getFirst().latency();
        if (baseline == null) {
            remarks.sentences.add("This machine has one core: latency between two threads cannot be measured on it.");
        }
        for (Row row : rows) {
            remarks.throughput(row);
            Latency latency = row.latency();
            if (latency != null) {
                remarks.faults(row, latency);
            }
        }
        if (baseline != null) {
            remarks.sentences.addAll(Tails.explain(rows, baseline));
        }
        return List.copyOf(remarks.sentences);
    }

    private void copies(Copies copies) {
        sentences.add(copies.mode() + " floods without copying bytes: "
                + Figures.millions(copies.shortFramesPerSecond()) + " Mpps with " + copies.shortBytes() + " bytes, "
                + Figures.millions(copies.longFramesPerSecond()) + " with " + copies.longBytes() + ", a ratio of "
                + Figures.fixed(copies.ratio(), 2) + ".");
    }

    private void throughput(Row row) {
        Throughput figures = row.throughput();
        if (figures.dropped() > 0) {
            say(row, "the switch dropped " + figures.dropped() + " frames while throughput was measured.");
        }
        if (row.latency() != null && figures.framesPerSecond() < conditions.latencyRate()) {
            say(
                    row,
                    "one core forwards " + Figures.fixed(figures.framesPerSecond() / 1e6, 3)
                            + " Mpps here, fewer than the " + rate()
                            + " Mpps of the latency measurement: its latency is that of a growing queue.");
        }
    }

    private void faults(Row row, Latency figures) {
        if (figures.sent() < figures.intended()) {
            say(
                    row,
                    "only " + figures.sent() + " of " + figures.intended() + " frames could be sent, "
                            + Figures.fixed(figures.rate() / 1e6, 3) + " instead of " + rate() + " Mpps.");
        }
        DeliveryFaults faults = figures.faults();
        if (faults.lost() > 0) {
            say(row, "lost " + faults.lost() + " of " + figures.sent() + " frames while latency was measured.");
        }
        if (faults.duplicates() > 0) {
            say(row, faults.duplicates() + " frames came twice to the port they were for.");
        }
        if (faults.reordered() > 0) {
            say(row, faults.reordered() + " frames came after a later one of their flow.");
        }
    }

    private String rate() {
        return Figures.trimmed(conditions.latencyRate() / 1e6);
    }

    private void say(Row row, String what) {
        sentences.add(row.name() + ": " + what);
    }
}
