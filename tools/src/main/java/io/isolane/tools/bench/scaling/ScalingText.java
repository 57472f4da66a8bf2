package io.isolane.tools.bench.scaling;

import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.MachineLines;
import io.isolane.tools.bench.report.Median;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.terminal.TextTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Help.Ansi;

/** A run as lines for a terminal: the turns, their medians and the model. Stateless. */
final class ScalingText {
    /** A round trip between cores that are near: about 100 ns, and what a median of it strays. */
    static final double NEAR_NANOS = 150;

    private ScalingText() {}

    static List<String> lines(ScalingReport report) {
        List<String> lines = new ArrayList<>(MachineLines.of(report.machine()));
        lines.add("cores   " + report.cores().first() + " and " + report.cores().second()
                + (report.pinned() ? ", a worker kept on each" : ", but no thread could be kept there"));
        lines.add("");
        lines.addAll(turns(report.turns()).lines());
        lines.add("");
        lines.addAll(Paragraph.wrap("", explanation(report)));
        lines.add("");
        lines.addAll(Paragraph.wrap("", costs(report.model())));
        lines.add("");
        lines.addAll(predictions(report.model()).lines());
        lines.add("");
        lines.addAll(Paragraph.wrap("", limits()));
        return lines;
    }

    private static TextTable turns(List<Turn> turns) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row(
                "turn",
                "one worker",
                "two, staying",
                "to one",
                "two, crossing",
                "to one",
                "round trip before",
                "after");
        table.rule();
        for (int i = 0; i < turns.size(); i++) {
            row(table, String.valueOf(i + 1), List.of(turns.get(i)), ScalingText::median);
        }
        table.rule();
        row(table, "median", turns, ScalingText::median);
        row(table, "lowest", turns, values -> Arrays.stream(values).min().orElseThrow());
        row(table, "highest", turns, values -> Arrays.stream(values).max().orElseThrow());
        return table;
    }

    private static void row(TextTable table, String name, List<Turn> turns, ToDoubleFunction<double[]> choice) {
        table.row(
                name,
                Figures.millions(pick(turns, turn -> turn.alone().framesPerSecond(), choice)),
                Figures.millions(pick(turns, turn -> turn.staying().framesPerSecond(), choice)),
                Figures.fixed(pick(turns, Turn::stayingToAlone, choice), 2),
                Figures.millions(pick(turns, turn -> turn.crossing().framesPerSecond(), choice)),
                Figures.fixed(pick(turns, Turn::crossingToAlone, choice), 2),
                Figures.fixed(pick(turns, Turn::tripBefore, choice), 0),
                Figures.fixed(pick(turns, Turn::tripAfter, choice), 0));
    }

    private static String explanation(ScalingReport report) {
        List<Turn> near = report.turns().stream()
                .filter(turn -> Math.max(turn.tripBefore(), turn.tripAfter()) <= NEAR_NANOS)
                .toList();
        String nearby = near.isEmpty()
                ? "In no turn were the cores near (a cache line to the other and back within "
                        + Figures.fixed(NEAR_NANOS, 0) + " ns, before and after)."
                : "In " + near.size() + " of " + report.turns().size()
                        + " turns the cores were near (a cache line to the other and back within "
                        + Figures.fixed(NEAR_NANOS, 0) + " ns, before and after): there two workers forward "
                        + Figures.fixed(pick(near, Turn::crossingToAlone, ScalingText::median), 2)
                        + " times what one does if everything crosses, in the median.";
        long dropped = report.turns().stream().mapToLong(Turn::dropped).sum();
        return "Million frames/s of 64 bytes (without FCS) in mode learning, 256 stations, windows of "
                + Figures.trimmed(report.windowSeconds())
                + " s; each worker is generator, switch and sink of its own ports. Round trips in nanoseconds, around the window in"
                + " which everything crosses. " + nearby
                + (dropped == 0 ? "" : " " + dropped + " frames were dropped, which costs less than to forward them.");
    }

    private static String costs(CostModel model) {
        return "Nanoseconds a frame: " + Figures.fixed(model.stayingNanos(), 1)
                + " with one worker alone. A frame that crosses costs the worker where it enters "
                + Figures.fixed(model.entryNanos(), 1) + " and that where it leaves "
                + Figures.fixed(model.exitNanos(), 1)
                + ", measured one way; with traffic both ways the hand-over costs the two together "
                + Figures.fixed(model.handOverNanos(), 1) + " more than if they have nothing to do with each other.";
    }

    private static TextTable predictions(CostModel model) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row("cores (a model)", "all stays", "ports at random", "hand-over, ns");
        table.rule();
        for (CostModel.Prediction each : model.predictions()) {
            table.row(
                    String.valueOf(each.cores()),
                    Figures.millions(each.stayingPerSecond()),
                    Figures.millions(each.mixedPerSecond()),
                    Figures.fixed(each.handOverNanos(), 1));
        }
        return table;
    }

    private static String limits() {
        return "A model, not a measurement: million frames/s if nothing else limits. It counts the cache lines that a hand-over moves, and that"
                + " bursts get shorter as they are spread over more rings. It leaves out that a worker looks at the rings of all others"
                + " in each turn, that far cores and other sockets take longer, what memory, the third-level cache and the clock give when"
                + " all cores are busy, that workers write the same MAC table when stations are new or move, and NICs.";
    }

    private static double pick(List<Turn> turns, ToDoubleFunction<Turn> value, ToDoubleFunction<double[]> choice) {
        return choice.applyAsDouble(turns.stream().mapToDouble(value).toArray());
    }

    private static double median(double[] values) {
        return Median.of(values);
    }
}
