package io.isolane.tools.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs of an experiment, each in a network namespace, and their end. Any thread. */
public final class Programs implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path directory;
    private final List<Program> started = new ArrayList<>();
    private boolean isClosed;

    /**
     * None yet.
     *
     * @param directory where files with what they print go
     */
    public Programs(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts a program.
     *
     * @param namespace the network namespace it runs in
     * @throws IOException if it cannot be started, or all are to end
     */
    public Program start(String namespace, String... words) throws IOException {
        return start(Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(words))
                .toList());
    }

    /** A file of the experiment. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Ends all of them and lets no other start. */
    @Override
    public synchronized void close() {
        isClosed = true;
        started.forEach(Program::terminate);
        for (Program each : started) {
            try {
                each.end(PATIENCE);
            } catch (IOException deaf) {
                each.kill();
            }
        }
    }

    private synchronized Program start(List<String> words) throws IOException {
        String line = String.join(" ", words);
        if (isClosed) {
            throw new IOException("stopped before '" + line + "'");
        }
        started.removeIf(program -> !program.isRunning());
        Path printed = Files.createTempFile(directory, "printed-", ".txt");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(printed.toFile())
                .start();
        Program program = new Program(line, process, printed);
        started.add(program);
        return program;
    }
}
