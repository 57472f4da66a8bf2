package io.isolane.tools.audit;

import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.verdict.Cell;
import io.isolane.tools.audit.verdict.Cell.Verdict;
import io.isolane.tools.audit.verdict.Expectation;
import io.isolane.tools.audit.verdict.Finding;
import io.isolane.tools.audit.verdict.ModeResult;
import io.isolane.tools.terminal.TextTable;
import io.isolane.tools.terminal.TextTable.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/** The two tables of an audit as text. Confined to its thread. */
final class Report {
    private static final String LEGEND = """
            Below each answer: frames that the listener captured and that were not its own / frames sent, as their
            senders captured them. One that sends through offload counts its super-frames.
              heard, -  heard, and never heard, as the mode says
              LEAKS     heard, and the mode says it never is
              SILENT    not heard, and the mode says it is: it leaks less than it says
              INVALID   proves nothing: under 3 frames sent, or the listener captured nothing of what was sent to it
            """;

    private final PrintWriter out;
    private final Ansi ansi;

    Report(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    void print(List<ModeResult> results) {
        products(results);
        matrix(results);
        results.stream()
                .filter(result -> !result.failure().isEmpty())
                .forEach(result -> out.println(result.mode().label() + " could not be judged: " + result.failure()));
        out.flush();
    }

    /** The table of 2007, a row for each mode. */
    private void products(List<ModeResult> results) {
        TextTable table = new TextTable(ansi, 5);
        table.row("Product, default set-up", "Isolation mode", "VM traffic", "Physical host", "Audit");
        table.row("", "", "isolation", "traffic isolation", "");
        table.rule();
        for (ModeResult result : results) {
            String product = Product.of(result.mode());
            if (result.findings().isEmpty()) {
                table.row(product, result.mode().label(), "?", "?", "FAILED");
            }
            for (Finding finding : result.findings()) {
                boolean isFirst = finding.equals(result.findings().getFirst());
                table.row(product(finding, isFirst ? product : "  from another virtual network"));
            }
        }
        print("Table 1. What VM1 hears of others' unicast", table);
    }

    private static List<Text> product(Finding finding, String product) {
        return List.of(
                Text.of(product),
                Text.of(finding.expectation().mode().label()),
                isolation(finding.cells(Flow.OF_GUESTS)),
                isolation(finding.cells(Flow.OF_HOST)),
                finding.isKept() ? Text.styled("as expected", "green") : Text.styled("NOT AS EXPECTED", "bold,red"));
    }

    private void matrix(List<ModeResult> results) {
        TextTable table = new TextTable(ansi, 1);
        table.row(
                "Isolation mode",
                "VM2>LAN",
                "VM2>VM3",
                "host>LAN",
                "LAN>VM2",
                "LAN>host",
                "others",
                "VM2>all",
                "host>all",
                "LAN>all");
        table.rule();
        for (ModeResult result : results) {
            for (Finding finding : result.findings()) {
                table.row(words(finding));
                table.row(numbers(finding));
            }
        }
        print("Who hears whom: what VM1, or the listener named, captured of each flow", table);
        out.println(LEGEND);
    }

    private void print(String title, TextTable table) {
        out.println(ansi.string("@|bold " + title + "|@"));
        out.println();
        table.lines().forEach(out::println);
        out.println();
    }

    private static List<Text> words(Finding finding) {
        Stream<Text> found = finding.cells().stream().map(cell -> switch (cell.verdict()) {
            case KEPT -> Text.of(cell.expected() ? "heard" : "-");
            default -> Text.styled(cell.verdict().name(), "bold,red");
        });
        return Stream.concat(Stream.of(Text.of(finding.expectation().mode().label())), found)
                .toList();
    }

    private static List<Text> numbers(Finding finding) {
        Stream<Text> counted =
                finding.cells().stream().map(cell -> Text.styled(cell.heard() + "/" + cell.sent(), "faint"));
        return Stream.concat(Stream.of(Text.styled(situation(finding.expectation()), "faint")), counted)
                .toList();
    }

    private static String situation(Expectation expectation) {
        return expectation.situation().isEmpty() ? "" : "  " + expectation.situation();
    }

    private static Text isolation(List<Cell> cells) {
        if (cells.stream().anyMatch(cell -> cell.verdict() == Verdict.INVALID)) {
            return Text.styled("?", "bold,red");
        }
        long heard = cells.stream().mapToLong(Cell::heard).sum();
        long sent = cells.stream().mapToLong(Cell::sent).sum();
        return Text.of(String.format(Locale.ROOT, "%-3s (%d of %d)", heard == 0 ? "Yes" : "No", heard, sent));
    }
}
