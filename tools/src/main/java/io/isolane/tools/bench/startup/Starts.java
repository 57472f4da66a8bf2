package io.isolane.tools.bench.startup;

import io.isolane.tools.bench.peers.peer.Isolane;
import io.isolane.tools.version.Birth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts the switch again and again, each time in a JVM of its own with this JVM's options and classes. Confined to its thread. */
final class Starts {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Class<?> program;
    private final Path room;
    private final Duration time;

    /**
     * None yet.
     *
     * @param program the main class
     * @param room a directory for what the switches print
     * @param time how long each switch is watched
     */
    Starts(Class<?> program, Path room, Duration time) {
        this.program = program;
        this.room = room;
        this.time = time;
    }

    /**
     * One more.
     *
     * @throws IOException if it fails, with what it said
     * @throws InterruptedException if the thread was interrupted; the process is gone then
     */
    Start take() throws IOException, InterruptedException {
        Path said = Files.createTempFile(room, "start-", ".txt");
        List<String> words = Isolane.java(
                program, List.of("bench", "startup", "--subject", "--seconds", String.valueOf(time.toMillis() / 1e3)));
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
        long exec = Birth.now();
        Process process = builder.start();
        try {
            if (!process.waitFor(time.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("a switch that was to end by itself did not");
            }
            return read(process.exitValue(), Files.readAllLines(said), exec);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Start read(int code, List<String> lines, long exec) throws IOException {
        try {
            if (code == 0) {
                return Start.read(lines, exec);
            }
        } catch (IllegalArgumentException strange) {
            throw new IOException("a switch could not be measured: " + strange.getMessage(), strange);
        }
        throw new IOException("a switch ended with exit code " + code + ": " + String.join(" | ", lines));
    }
}
