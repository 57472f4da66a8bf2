package io.isolane.tools.regress.run;

import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.subject.Subjects;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code isolane regress prove}: the gate on the same code, or on code slowed on purpose, again and again, and a tally of what it said. */
@Command(
        name = "prove",
        description = "Runs the gate many times on the same jar, its candidate slowed or not, and counts the verdicts.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Each run leaves a file in the directory; runs that are there already are counted",
            "and not run again, so it may be stopped and started as one likes. 'isolane",
            "regress calibrate' draws from such directories.",
            "",
            "Exit codes: 0 all runs done, 2 wrong use or a fork that failed, 130 stopped.",
            "",
            "Examples:",
            "  isolane regress prove --subject HEAD --runs 50 --dir aa",
            "  isolane regress prove --subject HEAD --runs 20 --slowdown 5 --dir slower"
        })
public final class ProveCommand implements Callable<Integer> {
    private static final int WRONG = 2;
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions options;

    @Option(
            names = "--subject",
            paramLabel = "REF|JAR",
            defaultValue = "HEAD",
            description = "What both sides run. Default: ${DEFAULT-VALUE}.")
    private String subject = "";

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "50",
            description = "Runs in all. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--slowdown",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "How much longer the candidate's frame path takes. Default: 0, the same code.")
    private double slowdown;

    @Option(names = "--dir", required = true, paramLabel = "DIR", description = "Where the runs' files are.")
    private Path directory = Path.of(".");

    /** Created by the command line. */
    public ProveCommand() {}

    @Override
    public Integer call() {
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Files.createDirectories(directory);
            if (slowdown > 0) {
                options.slowCandidate(slowdown);
            }
            return prove(
                    new Session(options, new Subjects(options.repository(), Subjects.defaultCache(), errors), errors));
        } catch (IOException | IllegalArgumentException refused) {
            errors.println("isolane regress prove: " + refused.getMessage());
            errors.flush();
            return WRONG;
        }
    }

    private int prove(Session session) throws IOException {
        Map<Verdict, Integer> tally = new EnumMap<>(Verdict.class);
        for (int run = 1; run <= runs; run++) {
            Path file = directory.resolve(String.format(Locale.ROOT, "run-%03d.json", run));
            boolean isDone = Files.exists(file) && RunFile.read(file).isFinished();
            long seed = ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
            RunResult result =
                    isDone ? RunFile.read(file) : session.run(subject, subject, seed, Optional.of(file), ignored -> {});
            if (!result.isFinished()) {
                return INTERRUPTED;
            }
            tally.merge(result.comparison().verdict(), 1, Integer::sum);
            tell(run, result, tally);
        }
        return 0;
    }

    private void tell(int run, RunResult result, Map<Verdict, Integer> tally) {
        PrintWriter text = spec.commandLine().getOut();
        double seconds =
                result.forks().stream().mapToDouble(fork -> fork.seconds()).sum();
        text.printf(
                Locale.ROOT,
                "run %d, %s, %.0f s, %d rounds%n",
                run,
                result.started(),
                seconds,
                result.rounds().size());
        result.comparison().judgements().forEach(judgement -> text.println("  " + Figures.of(judgement)));
        text.println("  so far: " + tally);
        text.flush();
    }
}
