package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.subject.Subject;
import io.isolane.tools.regress.subject.Subjects;
import io.isolane.tools.terminal.Bounds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
            "and not run again, so it may be stopped and started as one likes, with the same",
            "jar and options. 'isolane regress pool' gathers the forks of such directories for",
            "'isolane regress calibrate'.",
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
    private static final int MOST_RUNS = 999;
    private static final double MOST_SLOWDOWN = 100;

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

    @Option(
            names = "--allow-unlike-machines",
            description = "Go on with runs of an unlike machine or JVM; by default they are refused.")
    private boolean areUnlikeMachinesAllowed;

    /** Created by the command line. */
    public ProveCommand() {}

    @Override
    public Integer call() {
        requireRanges();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            Files.createDirectories(directory);
            if (slowdown > 0) {
                options.slowCandidate(slowdown);
            }
            Subjects subjects = new Subjects(options.repository(), Subjects.defaultCache(), errors);
            try (Session session = new Session(options, subjects, errors)) {
                return prove(session, session.subject(subject, Role.BASELINE));
            }
        } catch (IOException | IllegalArgumentException refused) {
            errors.println("isolane regress prove: " + refused.getMessage());
            errors.flush();
            return WRONG;
        }
    }

    private void requireRanges() {
        Bounds.require(spec, "--runs", runs, 1, MOST_RUNS);
        Bounds.require(spec, "--slowdown", slowdown, 0, MOST_SLOWDOWN);
        options.requireRanges(spec);
    }

    private int prove(Session session, Subject jar) throws IOException {
        Proof proof = new Proof(directory, jar, options, areUnlikeMachinesAllowed, this::tell);
        for (int run = 1; run <= runs; run++) {
            if (!proof.run(run, session)) {
                return INTERRUPTED;
            }
        }
        return 0;
    }

    private void tell(String line) {
        PrintWriter text = spec.commandLine().getOut();
        text.println(line);
        text.flush();
    }
}
