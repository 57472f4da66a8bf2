package io.isolane.tools.regress.compare;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.report.Format;
import io.isolane.tools.regress.report.ReportTarget;
import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.stored.InvalidResultsException;
import io.isolane.tools.regress.stored.ResultFiles;
import io.isolane.tools.regress.stored.StoredMetric;
import io.isolane.tools.regress.stored.StoredResults;
import io.isolane.tools.regress.stored.StoredResults.Writer;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.regress.verdict.Judge;
import io.isolane.tools.terminal.Bounds;
import io.isolane.tools.terminal.TypedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane regress compare}: is what one file has slower than what another has? */
@Command(
        name = "compare",
        description =
                "Compares stored results: files of JMH (-rf json), of a suite of 'isolane bench', or of 'regress run' (its"
                        + " candidate). A directory stands for all files in it, each a repetition of the others.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every metric is the same or faster",
            "1:at least one is slower",
            "2:wrong use, or results that must not be compared",
            "3:nothing is slower as far as one can say, and of some metric one cannot"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar benchmarks/target/benchmarks.jar Pool -f 10 -rf json -rff a.json",
            "  isolane regress compare a.json b.json",
            "  isolane regress compare a.json b.json --format html --out report.html",
            "  isolane regress compare run.json --format junit --out report.xml",
            "  isolane regress compare runs-of-main runs-of-branch --only 'throughput|p99'"
        })
public final class CompareCommand implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final double WHOLE = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BASELINE", description = "File or directory of what was before.")
    private Path baseline = Path.of("");

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CANDIDATE",
            description =
                    "File or directory of what is new. Without it, BASELINE is a file of 'regress run', whose own verdict is shown.")
    private @Nullable Path candidate;

    @Option(
            names = "--threshold",
            paramLabel = "PERCENT",
            defaultValue = "3",
            description = "The change asked about, from 0.1 to 50 per cent. Default: ${DEFAULT-VALUE}.")
    private double threshold;

    @Option(
            names = "--confidence",
            paramLabel = "PERCENT",
            defaultValue = "95",
            description =
                    "How sure all verdicts together must be, from 50 to 99.99 per cent. Default: ${DEFAULT-VALUE}.")
    private double confidence;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Only metrics in whose benchmark, parameters or figure this is found.")
    private @Nullable Pattern only;

    @Option(
            names = "--allow-unlike-machines",
            description = "Compares results of different machines or JVMs, with a remark.")
    private boolean areUnlikeMachinesAllowed;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Mixin
    private ReportTarget target;

    /** Created by the command line. */
    public CompareCommand() {}

    @Override
    public Integer call() {
        Bounds.require(spec, "--threshold", threshold, 0.1, 50);
        Bounds.require(spec, "--confidence", confidence, 50, 99.99);
        try {
            Comparison comparison = candidate == null ? ofRun() : judged(candidate);
            publish(comparison);
            return comparison.exitCode();
        } catch (InvalidResultsException | IOException refused) {
            spec.commandLine().getErr().println("isolane regress compare: " + refused.getMessage());
            spec.commandLine().getErr().flush();
            return WRONG;
        }
    }

    private Comparison judged(Path other) throws InvalidResultsException {
        Judge judge = new Judge(threshold / WHOLE, confidence / WHOLE);
        return new StoredComparison(judge, areUnlikeMachinesAllowed).of(side(baseline), side(other));
    }

    private Comparison ofRun() throws InvalidResultsException {
        if (ResultFiles.read(baseline).writer() != Writer.REGRESS) {
            throw new InvalidResultsException(
                    baseline + ": has no verdict of its own; name a second file to compare it with");
        }
        try {
            return RunFile.read(baseline).comparison();
        } catch (IOException refused) {
            throw new InvalidResultsException(String.valueOf(refused.getMessage()));
        }
    }

    private StoredSide side(Path path) throws InvalidResultsException {
        List<StoredResults> files = new ArrayList<>();
        for (StoredResults file : ResultFiles.readAll(path)) {
            files.add(selected(file));
        }
        return StoredSide.of(path.toString(), files);
    }

    private StoredResults selected(StoredResults file) throws InvalidResultsException {
        if (only == null) {
            return file;
        }
        Pattern wanted = only;
        List<StoredMetric> metrics = file.metrics().stream()
                .filter(metric -> wanted.matcher(text(metric.metric())).find())
                .toList();
        if (metrics.isEmpty()) {
            throw new InvalidResultsException(file.file() + ": no metric fits --only '" + wanted + "'; there is "
                    + text(file.metrics().getFirst().metric()));
        }
        return new StoredResults(file.file(), file.writer(), file.date(), file.commit(), metrics, file.notes());
    }

    private static String text(Metric metric) {
        return metric.benchmark() + " " + metric.parameters() + " " + metric.name();
    }

    private void publish(Comparison comparison) throws IOException {
        Ansi ansi =
                target.isFile() ? Ansi.OFF : spec.commandLine().getColorScheme().ansi();
        target.publish(
                format.render(comparison, ansi, Instant.now(), TypedLine.of(spec)),
                spec.commandLine().getOut());
    }
}
