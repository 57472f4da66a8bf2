package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.live.LiveExperiment;
import io.isolane.tools.audit.replay.ReplayedExperiment;
import io.isolane.tools.audit.scene.Experiment;
import io.isolane.tools.audit.verdict.ModeResult;
import io.isolane.tools.terminal.ModeConverter;
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
            "  sudo tools/bin/isolane audit --mode learning,shared-medium --out captures",
            "  tools/bin/isolane audit --in-memory --json audit.json"
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int KEPT = 0;
    private static final int NOT_KEPT = 1;
    private static final int WRONG = 2;
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
    public Integer call() {
        Optional<String> objection = objection();
        if (objection.isPresent()) {
            return refuse(objection.get());
        }
        try {
            Files.createDirectories(directory);
            return audit(inMemory ? ReplayedExperiment.create() : live());
        } catch (IOException refused) {
            return refuse(String.valueOf(refused.getMessage()));
        }
    }

    private int audit(Experiment experiment) throws IOException {
        Progress progress = new Progress(spec.commandLine().getErr());
        List<ModeResult> results;
        try (Interruption interruption = Interruption.cancelling(experiment)) {
            results = new Audit(experiment, directory, progress)
                    .judge(modes.stream().distinct().toList());
            if (interruption.isRequested()) {
                return INTERRUPTED;
            }
        }
        print(results);
        if (json != null) {
            JsonReport.write(json, conditions(), results);
        }
        return results.stream().allMatch(ModeResult::isKept) ? KEPT : NOT_KEPT;
    }

    private LiveExperiment live() {
        return new LiveExperiment(
                keep ? Optional.of(directory) : Optional.empty(),
                spec.commandLine().getErr());
    }

    /** Why it cannot be done so. */
    private Optional<String> objection() {
        if (inMemory && keep) {
            return Optional.of("--keep keeps what programs print, and --in-memory runs none: leave one of them out");
        }
        if (json != null && !Files.isDirectory(json.toAbsolutePath().resolveSibling("."))) {
            return Optional.of("--json " + json + ": there is no such directory: create it first");
        }
        return inMemory ? Optional.empty() : LiveExperiment.missing().map(reason -> reason + ", or use --in-memory");
    }

    private void print(List<ModeResult> results) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println(conditions());
        out.println();
        new Report(out, spec.commandLine().getColorScheme().ansi()).print(results);
        out.println("Captures: " + directory.resolve("*.pcapng")
                + ". In Wireshark, the filter frame.comment shows what was overheard.");
        out.flush();
    }

    /** How, with what and on what the experiment was done. */
    private String conditions() {
        String experiment = inMemory ? "recorded frames over ports in memory" : "real programs in network namespaces";
        return experiment + ", isolane " + Version.build() + " (commit " + Version.commit() + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", JVM " + Runtime.version();
    }

    private int refuse(String reason) {
        spec.commandLine().getErr().println("isolane audit: " + reason);
        spec.commandLine().getErr().flush();
        return WRONG;
    }
}
