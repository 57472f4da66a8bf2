package io.isolane.tools.bench.report;

import io.isolane.tools.bench.report.Report.Conditions;
import io.isolane.tools.bench.report.Report.Row;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A report as lines for a terminal: the machine, the table, the remarks. Stateless. */
public final class TextReport {
    private static final String NONE = "-";

    private TextReport() {}

    /** The lines, without a newline at their ends. */
    public static List<String> render(Report report) {
        List<String> lines = new ArrayList<>(MachineLines.of(report.machine()));
        lines.addAll(MachineLines.of(report.probes()));
        lines.add("");
        lines.addAll(table(report));
        lines.add("");
        lines.addAll(counted(report.conditions()));
        report.remarks().forEach(remark -> lines.addAll(Paragraph.wrap("- ", remark)));
        return List.copyOf(lines);
    }

    private static List<String> table(Report report) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row(List.of(
                Text.of(""),
                Text.over(6, "throughput of one core"),
                Text.over(5, "latency, us"),
                Text.over(2, "late, us")));
        table.row(
                "isolation mode",
                "Mpps",
                "(lowest,",
                "highest)",
                "ns/frame",
                "to learning",
                "Mpps out",
                "50%",
                "99%",
                "99.9%",
                "99.99%",
                "max",
                "send",
                "switch");
        for (Row row : report.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.name()));
            cells.addAll(throughput(row.throughput()));
            cells.addAll(latency(row.latency()));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private static List<String> throughput(Throughput figures) {
        Double ratio = figures.ratioToLearning();
        return List.of(
                Figures.millions(figures.framesPerSecond()),
                "(" + Figures.millions(figures.lowest()) + ",",
                Figures.millions(figures.highest()) + ")",
                Figures.fixed(figures.nanosPerFrame(), 1),
                ratio == null ? NONE : Figures.fixed(ratio, 2),
                Figures.millions(figures.deliveredPerSecond()));
    }

    private static List<String> latency(@Nullable Latency figures) {
        if (figures == null) {
            return Collections.nCopies(7, NONE);
        }
        return List.of(
                Figures.micros(figures.p50Nanos()),
                Figures.micros(figures.p99Nanos()),
                Figures.micros(figures.p999Nanos()),
                Figures.micros(figures.p9999Nanos()),
                Figures.micros(figures.maxNanos()),
                Figures.micros(figures.hiccupP999Nanos()),
                Figures.micros(figures.switchHiccupP999Nanos()));
    }

    private static List<String> counted(Conditions conditions) {
        return Paragraph.wrap(
                "",
                "Frames of " + conditions.frameBytes() + " bytes (without FCS) between " + conditions.ports()
                        + " ports and "
                        + conditions.addresses() + " stations. Throughput: one thread is generator, switch and sink;"
                        + " median of " + conditions.windows() + " windows of "
                        + Figures.fixed(conditions.windowSeconds(), 2) + " s, the modes in turn. Mpps out counts every"
                        + " copy. Latency: two threads, " + Figures.trimmed(conditions.latencyRate() / 1e6)
                        + " Mpps for " + Figures.fixed(conditions.latencySeconds(), 1)
                        + " s, every frame timed from the"
                        + " moment it was due until it is received where it belongs. Late, up to 99.9% of the time: the sending"
                        + " thread and the switch's own in the same seconds, for something due every microsecond, a turn of"
                        + " their loops included. No switch: the same frames, ports and rings with"
                        + " nothing between them.");
    }
}
