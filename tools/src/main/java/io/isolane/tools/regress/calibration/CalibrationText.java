package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.verdict.Verdict;
import io.isolane.tools.terminal.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A calibration as a table for a terminal. Stateless. */
final class CalibrationText {
    private CalibrationText() {}

    static String of(Calibration calibration, Ansi ansi) {
        List<String> lines = new ArrayList<>();
        Design design = calibration.design();
        lines.add("pool     " + calibration.pool());
        lines.add("machine  " + calibration.header().machine().facts());
        lines.add(String.format(
                Locale.ROOT,
                "gate     %d pairs a round, threshold %s, limit %.0f s; %d experiments each, seed %d",
                design.pairs(),
                Calibration.percent(design.threshold()),
                design.limitSeconds(),
                calibration.draws(),
                calibration.seed()));
        lines.add("");
        lines.addAll(table(calibration, ansi).lines());
        lines.add("");
        lines.add("Shares of experiments with their 95 % intervals; the time is that of the forks, at the median.");
        lines.addAll(calibration.conclusions());
        return lines.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining());
    }

    private static TextTable table(Calibration calibration, Ansi ansi) {
        TextTable table = new TextTable(ansi, 0);
        table.row("slow-down", "slower", "faster", "same", "inconclusive", "calls", "time");
        table.rule();
        for (Rates rates : calibration.rates()) {
            table.row(
                    Calibration.percent(rates.slowdown()),
                    rates.share(Verdict.SLOWER).inWords(),
                    rates.share(Verdict.FASTER).inWords(),
                    rates.share(Verdict.SAME).inWords(),
                    rates.share(Verdict.INCONCLUSIVE).inWords(),
                    rates.calls().inWords(),
                    String.format(Locale.ROOT, "%.0f s", rates.medianSeconds()));
        }
        return table;
    }
}
