package io.isolane.tools.bench.page;

import io.isolane.tools.bench.results.InvalidResultsException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code isolane bench report}: a page and pictures of the results of a suite. */
@Command(
        name = "report",
        description = "Makes one HTML page, and pictures as SVG files, of the results of a suite.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Reads the log of histograms beside the results, results.hlog for results.jsonl,",
            "if it is there. The page needs neither a network nor a script.",
            "",
            "Exit codes: 0 written, 1 a file could not be read or written, 2 the command line",
            "or the results are wrong.",
            "",
            "Examples:",
            "  isolane bench report results.jsonl",
            "  isolane bench report results.jsonl --html report.html --svg pictures",
            "  isolane bench report results.jsonl --partial"
        })
public final class ReportCommand implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULTS", description = "JSON lines, as the suites write them.")
    private Path results;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Where the page goes. Default: report.html beside the results.")
    private @Nullable Path html;

    @Option(names = "--svg", paramLabel = "DIR", description = "Writes each picture as an SVG file too.")
    private @Nullable Path svg;

    @Option(names = "--partial", description = "Takes what there is of a run that was killed.")
    private boolean isPartial;

    /** Created by the command line. */
    public ReportCommand() {}

    @Override
    public Integer call() {
        try {
            write(ReportWriter.of(results, isPartial));
            return 0;
        } catch (InvalidResultsException wrong) {
            return fail(WRONG_USE, String.valueOf(wrong.getMessage()));
        } catch (NoSuchFileException missing) {
            return fail(FAILED, missing.getFile() + " cannot be written: there is no such directory");
        } catch (FileSystemException failure) {
            return fail(FAILED, failure.getFile() + ": " + failure.getReason());
        } catch (IOException failure) {
            return fail(FAILED, String.valueOf(failure.getMessage()));
        }
    }

    private void write(ReportWriter report) throws IOException {
        Path page = html == null ? results.resolveSibling("report.html") : html;
        report.writeHtml(page);
        spec.commandLine().getOut().println(page + ": " + report.pictures() + " pictures");
        if (svg != null) {
            report.writeSvg(svg);
            spec.commandLine().getOut().println(svg + ": the same as SVG files");
        }
        spec.commandLine().getOut().flush();
    }

    private int fail(int code, String why) {
        spec.commandLine().getErr().println("isolane: " + why);
        spec.commandLine().getErr().flush();
        return code;
    }
}
