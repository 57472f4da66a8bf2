package io.isolane.tools.regress.run;

import io.isolane.tools.regress.level.Level;
import io.isolane.tools.regress.level.LevelFile;
import io.isolane.tools.regress.result.Records;
import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.subject.Subject;
import io.isolane.tools.regress.verdict.Judgement;
import io.isolane.tools.regress.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What was accepted, and what is to be. Filled by the command line. */
public final class LevelOptions {
    @Option(
            names = "--level",
            paramLabel = "FILE",
            description =
                    "Slow-downs that were accepted: not reported again, against the same baseline, until it gets worse.")
    private @Nullable Path file;

    @Option(
            names = "--accept",
            paramLabel = "REASON",
            description =
                    "Accepts what is slower now, and keeps it with this reason in the --level file. The exit code is then 0.")
    private @Nullable String reason;

    /** Filled by the command line. */
    public LevelOptions() {}

    /**
     * The level so far.
     *
     * @throws IOException if the file cannot be read, or could not be written after the run
     * @throws IllegalArgumentException if there is a reason, but no file, or it is blank
     */
    Level level() throws IOException {
        if (reason != null && (file == null || reason.isBlank())) {
            throw new IllegalArgumentException("--accept needs a reason, and --level FILE to keep it in");
        }
        if (file == null) {
            return Level.NONE;
        }
        Records.requireWritable(file);
        return LevelFile.read(file);
    }

    /** Whether what is slower is to be accepted. */
    boolean isAccepting() {
        return reason != null;
    }

    /**
     * Accepts what is slower in a result, and keeps it.
     *
     * @return what was done, in a sentence
     * @throws IOException if the file cannot be written
     */
    String accept(RunResult result, Subject baseline) throws IOException {
        List<Judgement> judgements = result.comparison().judgements();
        long slower = judgements.stream()
                .filter(judgement -> judgement.verdict() == Verdict.SLOWER)
                .count();
        if (file == null || reason == null || slower == 0) {
            return "Nothing is slower than the level: there is nothing to accept.";
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Level next = LevelFile.read(file)
                .accepting(judgements, baseline.id(), result.candidate().name(), reason, now);
        LevelFile.write(next, file);
        return "Accepted in " + file + ": " + slower + " of " + judgements.size() + " metrics, because " + reason + ".";
    }
}
