package io.isolane.benchmarks.latency;

import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.bench.rig.DeliveryFaults;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Help.Ansi;

/** A match as lines for a terminal: each turn, then what the turns say together. Stateless. */
final class MatchText {
    private static final double[] PERCENTILES = {50, 99, 99.9, 99.99, 100};
    private static final String[] NAMES = {"50%", "99%", "99.9%", "99.99%", "max"};
    private static final double P999 = 99.9;
    private static final double P9999 = 99.99;

    private MatchText() {}

    /** The lines, without a newline at their ends; one turn or more of the same subjects. */
    static List<String> lines(List<Map<Subject, Turn>> turns) {
        List<Subject> subjects = List.copyOf(turns.getFirst().keySet());
        List<String> lines = new ArrayList<>(each(turns));
        lines.add("");
        lines.addAll(together(turns, subjects));
        lines.add("");
        lines.addAll(ratios(turns, subjects));
        for (Subject subject : subjects) {
            turns.forEach(turn -> lines.addAll(remarks(subject, turn)));
        }
        return lines;
    }

    private static List<String> each(List<Map<Subject, Turn>> turns) {
        TextTable table = new TextTable(Ansi.OFF, 2);
        table.row(List.of(
                Text.of(""),
                Text.of(""),
                Text.over(5, "latency, us"),
                Text.over(2, "sender late, us"),
                Text.over(2, "switch late, us")));
        table.row(
                "turn",
                "",
                "50%",
                "99%",
                "99.9%",
                "99.99%",
                "max",
                "99.9%",
                "99.99%",
                "99.9%",
                "99.99%",
                "round trip, ns");
        for (int i = 0; i < turns.size(); i++) {
            String number = String.valueOf(i + 1);
            turns.get(i).forEach((subject, turn) -> table.row(row(number, subject, turn)));
        }
        return table.lines();
    }

    private static String[] row(String number, Subject subject, Turn turn) {
        List<String> cells = new ArrayList<>(List.of(number, subject.label()));
        for (double percentile : PERCENTILES) {
            cells.add(Micros.of(turn.latency(percentile)));
        }
        cells.add(Micros.of(turn.senderLate(P999)));
        cells.add(Micros.of(turn.senderLate(P9999)));
        cells.add(Micros.of(turn.switchLate(P999)));
        cells.add(Micros.of(turn.switchLate(P9999)));
        cells.add(Figures.fixed(turn.roundTripNanos(), 0));
        return cells.toArray(String[]::new);
    }

    private static List<String> together(List<Map<Subject, Turn>> turns, List<Subject> subjects) {
        TextTable table = new TextTable(Ansi.OFF, 1);
        table.row(
                "median (lowest, highest)",
                "50%, us",
                "99%, us",
                "99.9%, us",
                "99.99%, us",
                "max, us",
                "50% in round trips");
        for (Subject subject : subjects) {
            List<String> cells = new ArrayList<>(List.of(subject.label()));
            for (double percentile : PERCENTILES) {
                cells.add(spread(turns, turn -> of(turn, subject).latency(percentile))
                        .micros());
            }
            cells.add(spread(turns, turn -> of(turn, subject).trips()).text(1));
            table.row(cells.toArray(String[]::new));
        }
        return table.lines();
    }

    private static List<String> ratios(List<Map<Subject, Turn>> turns, List<Subject> subjects) {
        List<String> lines = new ArrayList<>();
        if (subjects.contains(Subject.C)) {
            StringBuilder line = new StringBuilder("Isolane to C, turn by turn:");
            for (int i = 0; i < PERCENTILES.length; i++) {
                double percentile = PERCENTILES[i];
                Spread ratio = spread(
                        turns,
                        turn -> of(turn, Subject.ISOLANE).latency(percentile)
                                / of(turn, Subject.C).latency(percentile));
                line.append(i == 0 ? " " : "; ").append(NAMES[i]).append(' ').append(ratio.text(2));
            }
            lines.addAll(Paragraph.wrap("", line.append('.').toString()));
        }
        Spread trip =
                spread(turns.stream().flatMap(turn -> turn.values().stream()).toList(), Turn::roundTripNanos);
        lines.add("A cache line to the other processor and back, before each measurement: " + trip.text(0) + " ns.");
        return lines;
    }

    private static List<String> remarks(Subject subject, Map<Subject, Turn> turns) {
        Turn turn = of(turns, subject);
        DeliveryFaults faults = turn.result().faults();
        List<String> lines = new ArrayList<>();
        if (turn.result().sent() < turn.result().intended()) {
            lines.add(subject.label() + ": only " + turn.result().sent() + " of "
                    + turn.result().intended() + " frames of a turn could be sent.");
        }
        if (faults.lost() + faults.duplicates() + faults.reordered() + turn.dropped() > 0) {
            lines.add(subject.label() + ": in a turn " + faults.lost() + " frames were lost, " + faults.duplicates()
                    + " came twice, " + faults.reordered() + " came late for their order, and " + turn.dropped()
                    + " were dropped.");
        }
        return lines;
    }

    private static Turn of(Map<Subject, Turn> turns, Subject subject) {
        Turn turn = turns.get(subject);
        if (turn == null) {
            throw new IllegalArgumentException(subject.label() + " had no turn");
        }
        return turn;
    }

    private static <T> Spread spread(List<T> turns, ToDoubleFunction<T> figure) {
        return Spread.of(turns.stream().mapToDouble(figure).toArray());
    }
}
