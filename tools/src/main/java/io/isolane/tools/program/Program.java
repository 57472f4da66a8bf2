package io.isolane.tools.program;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that was started; what it prints goes to a file. Any thread. */
public final class Program {
    private static final long LOOK_AGAIN_MILLIS = 10;
    private static final int LAST_LINES = 2;

    private final String line;
    private final Process process;
    private final Path printed;

    Program(String line, Process process, Path printed) {
        this.line = line;
        this.process = process;
        this.printed = printed;
    }

    /**
     * Waits until a condition holds while the program runs.
     *
     * @throws IOException if it ends before, or the time is up
     */
    public void await(BooleanSupplier condition, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (hasEndedWithin(LOOK_AGAIN_MILLIS)) {
                throw new IOException("'" + line + "' ended: " + output());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("'" + line + "' was not ready in " + patience.toSeconds() + " s: " + output());
            }
        }
    }

    /**
     * Waits for its end.
     *
     * @return its exit code
     * @throws IOException if the time is up; the program is killed then
     */
    public int end(Duration patience) throws IOException {
        if (!hasEndedWithin(patience.toMillis())) {
            process.destroyForcibly();
            throw new IOException("'" + line + "' did not end in " + patience.toSeconds() + " s: " + output());
        }
        return process.exitValue();
    }

    /**
     * Waits for its end.
     *
     * @throws IOException with what it printed if it failed
     */
    public void succeed(Duration patience) throws IOException {
        int code = end(patience);
        if (code != 0) {
            throw new IOException("'" + line + "' failed with exit code " + code + ": " + output());
        }
    }

    /** What it printed so far, both streams. */
    public String output() {
        try {
            return Files.readString(printed, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            return "(" + unreadable.getMessage() + ")";
        }
    }

    /** The last lines it printed, as one: what a program says before it gives up, without the stack frames of a JVM. */
    public String lastWords() {
        List<String> lines = output().lines()
                .filter(each -> !each.isBlank() && !each.matches("\\t(at |\\.\\.\\. ).*"))
                .map(String::strip)
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /**
     * Types a line into its standard input, if it was started so that it has one.
     *
     * @throws IOException if it does not read any more
     */
    public void type(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write((text + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** How long it has been running on processors, all of its threads together; zero where that is not known. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    /** Asks it to end: it writes what it still holds. */
    public void terminate() {
        process.destroy();
    }

    public void kill() {
        process.destroyForcibly();
    }

    /** Gives it so long to be gone, as after {@link #kill}; less if the thread is interrupted. */
    void awaitEnd(Duration patience) {
        hasEndedWithin(patience.toMillis());
    }

    private boolean hasEndedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
