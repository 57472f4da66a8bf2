package io.isolane.tools.regress.jmh;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.ForkRunner;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a fork as {@code java ARGUMENTS -jar JAR}: JMH starts the JVM that is measured. Any thread may stop it; else confined to its thread. */
public final class JmhForks implements ForkRunner {
    private static final double PATIENCE = 10;
    private static final int LINES_TOLD = 12;
    private static final int MINUTES_FOR_ANOTHER = 10;
    private static final String LOCK_REFUSAL = "Unable to acquire the JMH lock";

    private final Map<Role, JmhJar> jars;
    private final JmhSettings settings;
    private final Path directory;
    private volatile boolean isStopped;
    private volatile @Nullable Process running;

    /**
     * Runs nothing yet.
     *
     * @param jars what each side runs
     * @param directory where JMH's results and what it prints go; it exists
     */
    public JmhForks(Map<Role, JmhJar> jars, JmhSettings settings, Path directory) {
        this.jars = Map.copyOf(jars);
        this.settings = settings;
        this.directory = directory;
    }

    /** Waits first where another JMH has the machine: JMH itself refuses to run beside it, and rightly. */
    @Override
    public Fork run(Slot slot) throws IOException {
        long begun = System.nanoTime();
        while (true) {
            try {
                return runOnce(slot);
            } catch (BusyException busy) {
                if (System.nanoTime() - begun > TimeUnit.MINUTES.toNanos(MINUTES_FOR_ANOTHER)) {
                    throw new IOException(
                            "another JMH has been running for " + MINUTES_FOR_ANOTHER
                                    + " minutes; the gate needs the machine for itself",
                            busy);
                }
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    /** Another JMH holds the lock of this machine. */
    private static final class BusyException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private Fork runOnce(Slot slot) throws IOException {
        Path result = directory.resolve("result.json");
        Path printed = directory.resolve("printed.txt");
        Files.deleteIfExists(result);
        Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command(slot.role(), result))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile())
                .directory(directory.toFile())
                .start();
        running = process;
        if (isStopped) {
            stop();
        }
        awaitEnd(process, printed);
        List<Reading> readings = readings(slot.role(), result, printed);
        double seconds = Math.round((System.nanoTime() - begun) / 1e6) / 1e3;
        return new Fork(slot, started, seconds, readings);
    }

    /** Ends the fork that runs, and its JVM, and lets no other begin. */
    public void stop() {
        isStopped = true;
        Process process = running;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private List<String> command(Role role, Path result) {
        JmhJar jar = jars.get(role);
        if (jar == null) {
            throw new IllegalStateException("no jar for " + role);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jar.jvmArguments());
        command.addAll(List.of("-jar", jar.file().toString()));
        command.addAll(settings.arguments(result.toString()));
        return command;
    }

    private void awaitEnd(Process process, Path printed) throws IOException {
        try {
            long patience = (long) (60 + PATIENCE * settings.forkSeconds());
            if (!process.waitFor(patience, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IOException("a fork did not end in " + patience + " s:\n" + lastLines(printed));
            }
        } catch (InterruptedException stopped) {
            stop();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    private List<Reading> readings(Role role, Path result, Path printed) throws IOException {
        if (isStopped) {
            throw new IOException("stopped");
        }
        if (!Files.exists(result) || Files.size(result) == 0) {
            if (Files.readString(printed).contains(LOCK_REFUSAL)) {
                throw new BusyException();
            }
            throw new IOException("the " + role.label() + " gave no result; it printed:\n" + lastLines(printed));
        }
        try {
            return JmhFigures.read(result);
        } catch (IOException unreadable) {
            throw new IOException(
                    "the " + role.label() + ": " + unreadable.getMessage() + "; it printed:\n" + lastLines(printed),
                    unreadable);
        }
    }

    private static String lastLines(Path printed) throws IOException {
        List<String> lines;
        try (Stream<String> all = Files.lines(printed)) {
            lines = all.filter(line -> !line.isBlank()).toList();
        }
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size()));
    }
}
