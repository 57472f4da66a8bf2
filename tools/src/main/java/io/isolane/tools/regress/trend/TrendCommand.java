package io.isolane.tools.regress.trend;

import io.isolane.tools.regress.changepoint.ChangePoints;
import io.isolane.tools.regress.report.ReportTarget;
import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.ResultFiles;
import io.isolane.tools.terminal.Bounds;
import io.isolane.tools.terminal.TypedLine;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane regress trend}: when did it become slower? */
@Command(
        name = "trend",
        description = {
            "Puts the results of a directory in the order of time (by name where a file does not say when, as JMH's do not) and says where"
                    + " each metric changed its level, by E-divisive with seeded shuffles: outliers are no levels, and equal results give"
                    + " equal answers. A slow slope is called a drift."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no metric's newest change is recent and for the worse",
            "1:one is",
            "2:wrong use, or results that cannot be read",
            "3:no metric has results enough to find a change"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  isolane regress trend results",
            "  isolane regress trend results --format html --out trend.html",
            "  isolane regress trend results --only throughput --recent 5"
        })
public final class TrendCommand implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final double WHOLE = 100;
    private static final int MOST = 1_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "Directory of results: files that end in .json or .jsonl.")
    private Path directory = Path.of("");

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "2",
            description = "Smaller changes are none, from 0.1 to 50 per cent. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--significance",
            paramLabel = "P",
            defaultValue = "0.01",
            description =
                    "Share of metrics without change in which one is found, from 0.0001 to 0.2. Default: ${DEFAULT-VALUE}.")
    private double significance;

    @Option(
            names = "--recent",
            paramLabel = "N",
            defaultValue = "10",
            description =
                    "A change for the worse counts as news among the newest N results. Default: ${DEFAULT-VALUE}.")
    private int recent;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "200",
            description = "Looks at the newest N results, from 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int last;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the shuffles. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Only metrics in whose name, parameters included, this is found.")
    private @Nullable Pattern only;

    @Option(
            names = "--allow-unlike-machines",
            description = "Takes results of different machines or JVMs for one series, with a remark.")
    private boolean areUnlikeMachinesAllowed;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private TrendFormat format = TrendFormat.TEXT;

    @Mixin
    private ReportTarget target;

    /** Created by the command line. */
    public TrendCommand() {}

    @Override
    public Integer call() {
        Bounds.require(spec, "--threshold", threshold, 0.1, 50);
        Bounds.require(spec, "--significance", significance, 1e-4, 0.2);
        Bounds.require(spec, "--recent", recent, 1, MOST);
        Bounds.require(spec, "--last", last, 1, MOST);
        try {
            TrendReport report = report();
            publish(report);
            return report.exitCode();
        } catch (InvalidResultsException | IOException refused) {
            spec.commandLine().getErr().println("isolane regress trend: " + refused.getMessage());
            spec.commandLine().getErr().flush();
            return WRONG;
        }
    }

    private TrendReport report() throws InvalidResultsException {
        if (!Files.isDirectory(directory)) {
            throw new InvalidResultsException(
                    directory + ": is not a directory; give one with a results file for each run");
        }
        History history = History.of(ResultFiles.readAll(directory), last, areUnlikeMachinesAllowed);
        ChangePoints detector = new ChangePoints(significance, seed);
        List<Trend> trends = history.series().stream()
                .filter(series ->
                        only == null || only.matcher(series.metric().label()).find())
                .map(series -> Trend.of(series, detector, threshold / WHOLE))
                .toList();
        if (trends.isEmpty()) {
            throw new InvalidResultsException(directory + ": no metric fits --only '" + only + "'; there is "
                    + history.series().getFirst().metric().label());
        }
        return new TrendReport(directory.toString(), history, trends, recent, threshold / WHOLE, TypedLine.of(spec));
    }

    private void publish(TrendReport report) throws IOException {
        Charset charset = target.isFile() ? StandardCharsets.UTF_8 : System.out.charset();
        target.publish(format.render(report, charset), spec.commandLine().getOut());
    }
}
