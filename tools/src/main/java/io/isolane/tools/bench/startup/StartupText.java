package io.isolane.tools.bench.startup;

import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.MachineLines;
import io.isolane.tools.bench.report.Median;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.terminal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** A run as lines for a terminal. Stateless. */
final class StartupText {
    private StartupText() {}

    static List<String> lines(StartupReport report) {
        List<String> lines = new ArrayList<>(MachineLines.of(report.machine()));
        lines.add("");
        lines.addAll(table(report.starts()).lines());
        lines.add("");
        lines.addAll(Paragraph.wrap("", explanation(report)));
        return lines;
    }

    private static TextTable table(List<Start> starts) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row("", "median", "lowest", "highest");
        table.rule();
        row(table, "first frame, ms after main began", starts, Start::firstFrameMillis, 0);
        row(table, "first frame, ms after exec", starts, Start::firstFrameAfterExecMillis, 0);
        row(table, "90 % of full speed, ms after main began", starts, Start::fullSpeedMillis, 0);
        row(table, "full speed, million frames/s", starts, start -> start.fullFramesPerSecond() / 1e6, 1);
        row(table, "resident, MiB", starts, Start::residentMiB, 1);
        row(table, "resident at most, MiB", starts, Start::peakMiB, 1);
        return table;
    }

    private static void row(
            TextTable table, String name, List<Start> starts, Function<Start, @Nullable Double> value, int digits) {
        double[] values = starts.stream()
                .map(value)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (values.length == 0) {
            table.row(name, "-", "-", "-");
            return;
        }
        table.row(
                name,
                Figures.fixed(Median.of(values), digits),
                Figures.fixed(Arrays.stream(values).min().orElseThrow(), digits),
                Figures.fixed(Arrays.stream(values).max().orElseThrow(), digits));
    }

    private static String explanation(StartupReport report) {
        long slow = report.starts().stream()
                .filter(start -> start.fullSpeedMillis() == null)
                .count();
        return report.starts().size()
                + " starts, each in a JVM of its own with the options above: the command line and a YAML file are read,"
                + " a switch with " + report.ports() + " ports and " + report.slots()
                + " slots is started, and its worker, which makes and frees the frames too, forwards 64-byte frames among "
                + report.addresses() + " stations for " + Figures.trimmed(report.watchedSeconds())
                + " s. Full speed is the median of the last third of that, by tenths of a second; 90 % of it is reached where a tenth has it"
                + " and the median of the half second that it begins. Memory is what the kernel says after every slot was written to."
                + (slow == 0 ? "" : " " + slow + " of them did not hold 90 % and are left out of that row.");
    }
}
