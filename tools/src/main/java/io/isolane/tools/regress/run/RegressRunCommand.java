package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.gate.Design;
import io.isolane.tools.regress.level.Level;
import io.isolane.tools.regress.report.Format;
import io.isolane.tools.regress.result.Records;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.subject.Subject;
import io.isolane.tools.regress.subject.Subjects;
import io.isolane.tools.regress.verdict.Comparison;
import io.isolane.tools.terminal.TypedLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane regress run}: is the candidate slower than the baseline? */
@Command(
        name = "run",
        description = "Measures two commits or jars in turns on this machine and says whether one is slower.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 same or faster, 1 slower, 2 wrong use or a fork that failed, 3",
            "inconclusive.",
            "",
            "Examples:",
            "  isolane regress run --baseline main --candidate .",
            "  isolane regress run --baseline v0.1.0 --candidate HEAD --threshold 5",
            "  isolane regress run --baseline old.jar --candidate new.jar --out run.json",
            "  isolane regress run --baseline main --candidate . --format markdown",
            "  isolane regress run --baseline v0.1.0 --candidate . --level level.json \\",
            "      --accept 'checks every tag now'",
            "  isolane regress run --baseline main --candidate . \\",
            "      --benchmark MacTableBenchmark.lookup -p addresses=65536"
        })
public final class RegressRunCommand implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(names = "--baseline", required = true, paramLabel = "REF|JAR", description = "What was before.")
    private String baseline = "";

    @Option(
            names = "--candidate",
            required = true,
            paramLabel = "REF|JAR",
            description = "What is new; '.' is the working tree as it is.")
    private String candidate = "";

    @Mixin
    private LevelOptions levels;

    @Option(names = "--out", paramLabel = "FILE", description = "Keeps every fork and the verdict in this JSON file.")
    private @Nullable Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the coins that order the pairs. Default: another each time.")
    private @Nullable Long seed;

    @Option(
            names = "--format",
            defaultValue = "text",
            paramLabel = "FORMAT",
            description =
                    "Of what is printed: one of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}. 'isolane regress compare FILE'"
                            + " prints what --out kept in any other.")
    private Format format = Format.TEXT;

    @Option(names = "--dry-run", description = "Says what would be run and how long it takes, and runs nothing.")
    private boolean isDryRun;

    /** Created by the command line. */
    public RegressRunCommand() {}

    @Override
    public Integer call() {
        options.requireRanges(spec);
        PrintWriter errors = spec.commandLine().getErr();
        long chosen = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        try {
            Subjects subjects = new Subjects(options.repository(), Subjects.defaultCache(), errors);
            errors.println(plan(subjects, chosen));
            errors.flush();
            if (isDryRun) {
                return 0;
            }
            return measure(subjects, chosen, errors);
        } catch (IOException | IllegalArgumentException refused) {
            errors.println("isolane regress run: " + refused.getMessage());
            errors.flush();
            return WRONG;
        }
    }

    private int measure(Subjects subjects, long chosen, PrintWriter errors) throws IOException {
        if (out != null) {
            Records.requireWritable(out);
        }
        Level level = levels.level();
        try (Session session = new Session(options, subjects, errors)) {
            Subject before = session.subject(baseline, Role.BASELINE);
            Subject after = session.subject(candidate, Role.CANDIDATE);
            RunResult result = session.run(before, after, level, chosen, Optional.ofNullable(out));
            report(result);
            if (!result.isFinished()) {
                return INTERRUPTED;
            }
            return exitCode(result, before, errors);
        }
    }

    private int exitCode(RunResult result, Subject before, PrintWriter errors) throws IOException {
        int code = result.comparison().exitCode();
        if (!levels.isAccepting()) {
            return code;
        }
        errors.println("isolane regress: " + levels.accept(result, before));
        errors.flush();
        return code == Comparison.SLOWER ? Comparison.SAME_OR_FASTER : code;
    }

    private String plan(Subjects subjects, long chosen) throws IOException {
        Design design = options.design();
        double round = 2 * design.pairs() * options.settings().forkSeconds();
        return String.format(
                Locale.ROOT,
                "isolane regress: %s against %s; rounds of %d pairs, about %.0f s each: one if it is clear, at most %d (about %.0f s);"
                        + " seed %d",
                subjects.describe(baseline),
                subjects.describe(candidate),
                design.pairs(),
                round,
                Design.MAX_ROUNDS,
                Math.min(design.limitSeconds(), Design.MAX_ROUNDS * round),
                chosen);
    }

    private void report(RunResult result) {
        PrintWriter text = spec.commandLine().getOut();
        text.print(format.render(
                result.comparison(), spec.commandLine().getColorScheme().ansi(), Instant.now(), TypedLine.of(spec)));
        text.flush();
    }
}
