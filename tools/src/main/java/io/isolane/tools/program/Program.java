package io.isolane.tools.program;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that was started; what it prints goes to a file. Any thread. */
public final class Program {
    private static final long LOOK_AGAIN_MILLIS = 10;

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

    private boolean hasEndedWithin(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
