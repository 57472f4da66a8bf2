package io.isolane.tools.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that a test starts, and what it prints, both streams together. Ended with the test. */
final class Program implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private final String name;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
        this.reader = Thread.ofPlatform().daemon().start(this::read);
    }

    static Program start(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new Program(words.getFirst(), process);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@code isolane} in a JVM of its own. */
    static Program isolane(String... words) {
        List<String> jvm = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.isolane.tools.Main");
        return start(Stream.concat(jvm.stream(), Stream.of(words)).toList());
    }

    /** Waits for a line that contains {@code part}; fails the test if the program ends, or a minute passes, without it. */
    String await(String part) {
        long deadline = System.nanoTime() + PATIENCE;
        while (true) {
            boolean hasEnded = !reader.isAlive();
            for (String line : lines) {
                if (line.contains(part)) {
                    return line;
                }
            }
            if (hasEnded || System.nanoTime() - deadline > 0) {
                throw new AssertionError(name + " does not print '" + part + "': " + output());
            }
            Thread.onSpinWait();
        }
    }

    /** Waits for the end of the program; its exit code. */
    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)) {
                throw new AssertionError(name + " does not end: " + output());
            }
            reader.join();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** Asks it to end by SIGTERM. */
    Program terminate() {
        process.toHandle().destroy(); // Process.destroy would stop reading what it prints
        return this;
    }

    Program kill() {
        process.destroyForcibly();
        return this;
    }

    long pid() {
        return process.pid();
    }

    String output() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitExit();
    }

    private void read() {
        try (BufferedReader printed =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            printed.lines().forEach(lines::add);
        } catch (IOException | UncheckedIOException closed) {
            lines.add("(" + closed.getMessage() + ")");
        }
    }
}
