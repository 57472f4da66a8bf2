package io.isolane.tools.regress.run;

import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.level.Level;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A temporary directory with copies of both jars, and the order in which a signal ends what is done with them: a build or a fork that runs
 * is ended, what is known is told, the copies are removed, and only then the process goes. Confined to its thread.
 */
final class Session implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final RunOptions options;
    private final Subjects subjects;
    private final PrintWriter progress;
    private final Path directory;
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread atShutdown = new Thread(this::stop, "isolane-regress-stop");
    private volatile boolean isStopped;
    private volatile @Nullable LiveRun running;

    /** @throws IOException if there is no room for copies */
    Session(RunOptions options, Subjects subjects, PrintWriter progress) throws IOException {
        this.options = options;
        this.subjects = subjects;
        this.progress = progress;
        directory = Files.createTempDirectory("isolane-regress-");
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /**
     * Finds or builds what a side runs, and copies it.
     *
     * @throws IOException if nothing is called so, the build fails, or a signal ended it
     */
    Subject subject(String name, Role role) throws IOException {
        try {
            return subjects.resolve(name, directory.resolve(role.label() + ".jar"));
        } catch (IOException failure) {
            throw isStopped ? new IOException("interrupted before anything was measured", failure) : failure;
        }
    }

    /**
     * Runs the gate once.
     *
     * @param level what was accepted before
     * @param out where every fork is kept
     * @throws IOException if a fork failed, or the file cannot be written
     */
    RunResult run(Subject baseline, Subject candidate, Level level, long seed, Optional<Path> out) throws IOException {
        LiveRun run = new LiveRun(options, level, seed, baseline, candidate, directory, out, progress);
        running = run;
        if (isStopped) {
            run.stop();
        }
        return run.run();
    }

    /** Removes the copies; if a signal came, the process goes now. */
    @Override
    public void close() throws IOException {
        try {
            remove(directory);
        } finally {
            isOver.countDown();
            forget(atShutdown);
        }
    }

    /** Called by a signal, on a thread of its own. */
    private void stop() {
        isStopped = true;
        LiveRun run = running;
        if (run == null) {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        } else {
            run.stop();
        }
        try {
            if (!isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("isolane regress: the run does not end; copies of jars are left in " + directory);
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
