package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.live.LiveExperiment;
import io.isolane.tools.audit.live.Prerequisites;
import io.isolane.tools.audit.replay.ReplayedExperiment;
import io.isolane.tools.audit.scene.Experiment;
import io.isolane.tools.audit.verdict.ModeResult;
import io.isolane.tools.version.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code isolane audit}. */
@Command(
        name = "audit",
        header = "Show what a promiscuous guest hears of others in each isolation mode.",
        description = {
            "Repeats a comparison of virtual switches of 2007: VM1 captures promiscuously while VM2 and the physical host do a DNS"
                    + " query, an HTTP fetch and a TCP stream with a server on the LAN. Holds what VM1 heard against what each mode"
                    + " says, and leaves the captures as pcapng files.",
            "Real programs in network namespaces, which takes root and is all removed again; or, with --in-memory, frames of"
                    + " such a run replayed over ports in memory, on any system."
        },
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every mode keeps what it says, and leaks what it says",
            "1:one does not, or could not be judged",
            "2:wrong use, or a program is missing"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sudo tools/bin/isolane audit",
            "  sudo tools/bin/isolane audit --mode learning --mode shared-medium --out captures",
            "  tools/bin/isolane audit --in-memory --json audit.json"
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int KEPT = 0;
    private static final int NOT_KEPT = 1;
    /** 128 and the number of SIGINT, as shells have it. */
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            split = ",",
            converter = ModeConverter.class,
            completionCandidates = ModeConverter.class,
            description = "Judge this mode; may be repeated. Default: all (${COMPLETION-CANDIDATES}).")
    private List<IsolationMode> modes = List.of(IsolationMode.values());

    @Option(
            names = "--in-memory",
            description = "Replay frames of a real run over ports in memory: needs no root and no programs.")
    private boolean inMemory;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "isolane-audit",
            description = "Where the captures go, one pcapng file for each mode. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the results as JSON too.")
    private @Nullable Path json;

    @Option(
            names = "--keep",
            description =
                    "Keep what every program printed and captured, in the directory 'programs' beside the captures.")
    private boolean keep;

    /** Created by the command line. */
    public AuditCommand() {}

    @Override
    public Integer call() throws IOException {
        Experiment experiment = experiment();
        List<IsolationMode> distinct = modes.stream().distinct().toList();
        PrintWriter out = spec.commandLine().getOut();
        List<ModeResult> results;
        try (Interruption interruption = Interruption.cancelling(experiment)) {
            Files.createDirectories(directory);
            results = new Audit(
                            experiment,
                            directory,
                            new Progress(spec.commandLine().getErr()))
                    .judge(distinct);
            if (interruption.isRequested()) {
                return INTERRUPTED;
            }
        } catch (IOException refused) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + directory + ": " + refused.getMessage(), refused);
        }
        out.println();
        new Report(out, spec.commandLine().getColorScheme().ansi()).print(results);
        out.println("Captures: " + directory.resolve("*.pcapng")
                + ". In Wireshark, the filter frame.comment shows what was overheard.");
        out.flush();
        if (json != null) {
            JsonReport.write(json, inMemory, results);
        }
        return results.stream().allMatch(ModeResult::isKept) ? KEPT : NOT_KEPT;
    }

    private Experiment experiment() throws IOException {
        if (inMemory) {
            return ReplayedExperiment.create();
        }
        Prerequisites.missing().ifPresent(reason -> {
            throw new ParameterException(spec.commandLine(), reason);
        });
        return new LiveExperiment(
                keep ? Optional.of(directory) : Optional.empty(),
                spec.commandLine().getErr());
    }
}
