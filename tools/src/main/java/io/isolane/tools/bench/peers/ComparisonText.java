package io.isolane.tools.bench.peers;

import io.isolane.tools.bench.machine.Machine;
import io.isolane.tools.bench.peers.contest.Contender;
import io.isolane.tools.bench.peers.contest.Outcome;
import io.isolane.tools.bench.peers.work.Work.Kind;
import io.isolane.tools.bench.report.Figures;
import io.isolane.tools.bench.report.MachineLines;
import io.isolane.tools.bench.report.Paragraph;
import io.isolane.tools.bench.report.Report.Probes;
import io.isolane.tools.terminal.TextTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Help.Ansi;

/** A comparison as lines for a terminal: the machine, a table in memory, one between Linux interfaces, and how to read them. Stateless. */
final class ComparisonText {
    private static final Predicate<List<Outcome>> IS_VETH =
            outcomes -> outcomes.getFirst().work().kind() == Kind.VETH;

    private ComparisonText() {}

    static List<String> lines(Plan plan, Machine machine, Probes probes, List<List<Outcome>> works) {
        List<String> lines = new ArrayList<>(MachineLines.of(machine));
        lines.addAll(MachineLines.of(probes));
        List<List<Outcome>> inMemory = works.stream().filter(IS_VETH.negate()).toList();
        List<List<Outcome>> betweenVeths = works.stream().filter(IS_VETH).toList();
        if (!inMemory.isEmpty()) {
            lines.addAll(List.of("", "In memory, core " + plan.core(), ""));
            lines.addAll(PeersTable.lines(inMemory, List.of("ours to it, no copy", "ours to it, one copy")));
        }
        if (!betweenVeths.isEmpty()) {
            lines.addAll(List.of("", "Between veth pairs, both ways at once, more offered than is forwarded", ""));
            lines.addAll(PeersTable.lines(betweenVeths, List.of("ours to it")));
        }
        lines.add("");
        lines.addAll(Paragraph.wrap("", explanation(plan)));
        lines.add(
                "Versions, every round and what was typed: " + plan.directory().resolve("results.jsonl"));
        return lines;
    }

    private static String explanation(Plan plan) {
        return "Median, lowest and highest of " + plan.rounds() + " rounds of "
                + Figures.trimmed(plan.window().toMillis() / 1e3) + " s, all in turns; a ratio is of the same round."
                + " A frame is counted once; lengths are without FCS; generator and sink are included. The others take each"
                + " frame as a copy from memory, and DPDK has no huge pages here (--no-huge); testpmd looks nothing up."
                + " Threads that do not forward are on other cores, where there are any. Frames to be flooded enter at"
                + " one port of the others, and at each port of ours in turn.";
    }

    /**
     * What is installed, and what is not.
     *
     * @throws InterruptedException if the thread was interrupted while a program was asked for its version
     */
    static List<String> installed(List<Contender> contenders) throws InterruptedException {
        TextTable table = new TextTable(Ansi.OFF, 3);
        for (Contender contender : contenders) {
            Optional<String> missing = contender.missing();
            table.row(contender.id(), contender.label(), missing.isPresent() ? missing.get() : version(contender));
        }
        return table.lines();
    }

    private static String version(Contender contender) throws InterruptedException {
        try {
            return contender.version();
        } catch (IOException silent) {
            return String.valueOf(silent.getMessage());
        }
    }
}
