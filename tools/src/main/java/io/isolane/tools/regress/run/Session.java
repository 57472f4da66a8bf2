package io.isolane.tools.regress.run;

import io.isolane.tools.regress.result.RunResult;
import io.isolane.tools.regress.subject.Subject;
import io.isolane.tools.regress.subject.Subjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A temporary directory with copies of both jars while a gate runs, and the order in which a signal ends it. */
record Session(RunOptions options, Subjects subjects, PrintWriter progress) {
    private static final long PATIENCE_SECONDS = 30;

    /**
     * Runs the gate once.
     *
     * @param out where every fork is kept
     * @param report is given what is known in the end, also if a signal was the end
     * @throws IOException if a side cannot be built, a fork failed, or the file cannot be written
     */
    RunResult run(String baseline, String candidate, long seed, Optional<Path> out, Consumer<RunResult> report)
            throws IOException {
        Path directory = Files.createTempDirectory("isolane-regress-");
        CountDownLatch isOver = new CountDownLatch(1);
        try {
            Subject before = subjects.resolve(baseline, directory.resolve("baseline.jar"));
            Subject after = subjects.resolve(candidate, directory.resolve("candidate.jar"));
            LiveRun run = new LiveRun(options, seed, before, after, directory, out, progress);
            RunResult result = untilStopped(run, isOver);
            report.accept(result);
            return result;
        } finally {
            remove(directory);
            isOver.countDown();
        }
    }

    /** A signal stops the run; the process goes when what is known was told. */
    private static RunResult untilStopped(LiveRun run, CountDownLatch isOver) throws IOException {
        Thread atShutdown = new Thread(
                () -> {
                    run.stop();
                    await(isOver);
                },
                "isolane-regress-stop");
        Runtime.getRuntime().addShutdownHook(atShutdown);
        try {
            return run.run();
        } finally {
            forget(atShutdown);
        }
    }

    private static void await(CountDownLatch isOver) {
        try {
            if (!isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("isolane regress: the run does not end");
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread atShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException isShuttingDown) {
            // The hook has begun, and ends now.
            return;
        }
    }

    private static void remove(Path directory) throws IOException {
        List<Path> entries;
        try (Stream<Path> all = Files.walk(directory)) {
            entries = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.deleteIfExists(entry);
        }
    }
}
