package io.isolane.tools.regress.run;

import io.isolane.tools.regress.level.Level;
import io.isolane.tools.regress.machine.Facts;
import io.isolane.tools.regress.machine.Fingerprint;
import io.isolane.tools.regress.result.RunFile;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** A directory of runs of the gate, all of one jar with the same options, that fills up. Confined to its thread. */
final class Proof {
    private final Path directory;
    private final Subject jar;
    private final RunOptions options;
    private final boolean areUnlikeMachinesAllowed;
    private final Fingerprint machine;
    private final Consumer<String> log;
    private final ProofTally tally = new ProofTally();

    /** @throws IOException if no JVM starts with the arguments among the options */
    Proof(Path directory, Subject jar, RunOptions options, boolean areUnlikeMachinesAllowed, Consumer<String> log)
            throws IOException {
        this.directory = directory;
        this.jar = jar;
        this.options = options;
        this.areUnlikeMachinesAllowed = areUnlikeMachinesAllowed;
        machine = Facts.here(options.candidateJvm());
        this.log = log;
    }

    /**
     * Takes the run of that number from its file, or measures it, and logs it.
     *
     * @return whether it came to its end, and was not interrupted
     * @throws IOException if a fork failed, or the file there is not one of this proof
     */
    boolean run(int number, Session session) throws IOException {
        Path file = directory.resolve(String.format(Locale.ROOT, "run-%03d.json", number));
        Optional<RunResult> kept = kept(file);
        RunResult result = kept.isPresent() ? kept.get() : measured(session, file);
        if (!result.isFinished()) {
            return false;
        }
        tally.add(result);
        log.accept(String.format(
                Locale.ROOT,
                "run %d, %s, %.0f s, %d rounds%s",
                number,
                result.started(),
                ProofTally.seconds(result),
                result.rounds().size(),
                kept.isPresent() ? ", of before" : ""));
        result.comparison().judgements().forEach(judgement -> log.accept("  " + Figures.of(judgement)));
        result.comparison().remarks().forEach(remark -> log.accept("  " + remark));
        log.accept("  so far " + tally.inWords());
        return true;
    }

    /** A run that was interrupted is not kept: it is measured again, whole. */
    private Optional<RunResult> kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        RunResult result = RunFile.read(file);
        requireAlike("the jar", result.baseline().sha256(), jar.sha256(), file);
        requireAlike("JMH's settings", result.settings(), options.settings(), file);
        requireAlike("the design", result.design(), options.design(), file);
        requireAlike("the baseline's JVM", result.baseline().jvmArguments(), options.baselineJvm(), file);
        requireAlike("the candidate's JVM", result.candidate().jvmArguments(), options.candidateJvm(), file);
        List<String> differences = result.machine().differences(machine);
        if (!differences.isEmpty() && !areUnlikeMachinesAllowed) {
            throw new IOException(file + ": of an unlike machine or JVM (" + String.join("; ", differences)
                    + "): give another --dir, or say --allow-unlike-machines");
        }
        return Optional.of(result).filter(RunResult::isFinished);
    }

    /** A fork that fails once may be the machine's fault: its cause is logged, and its run is taken once more. */
    private RunResult measured(Session session, Path file) throws IOException {
        try {
            return measuredOnce(session, file);
        } catch (IOException failure) {
            log.accept(file.getFileName() + " failed and is measured once more: " + failure.getMessage());
            return measuredOnce(session, file);
        }
    }

    private RunResult measuredOnce(Session session, Path file) throws IOException {
        return session.run(
                jar, jar, Level.NONE, ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE), Optional.of(file));
    }

    private static void requireAlike(String what, Object there, Object here, Path file) throws IOException {
        if (!there.equals(here)) {
            throw new IOException(file + ": a run with another proof's options: " + what + " was " + there + " and is "
                    + here + ". Give the options of before, or another --dir.");
        }
    }
}
