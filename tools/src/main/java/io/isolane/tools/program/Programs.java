package io.isolane.tools.program;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<String> command = Stream.concat(Stream.of("ip", "netns", "exec", namespace), Stream.of(words))
                .toList();
        return start(command, Map.of(), Redirect.from(new File("/dev/null")));
    }

    /**
     * Starts a program in this process's own namespace, which may be {@linkplain Program#type typed} to.
     *
     * @param variables of its environment, beside this process's own
     * @throws IOException if it cannot be started, or all are to end
     */
    public Program start(List<String> words, Map<String, String> variables) throws IOException {
        return start(words, variables, Redirect.PIPE);
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
        started.forEach(Programs::end);
    }

    /** One that is deaf is killed, and what it held is free when it is gone. */
    private static void end(Program program) {
        try {
            program.end(PATIENCE);
        } catch (IOException deaf) {
            program.kill();
            program.awaitEnd(PATIENCE);
        }
    }

    private synchronized Program start(List<String> words, Map<String, String> variables, Redirect input)
            throws IOException {
        String line = String.join(" ", words);
        if (isClosed) {
            throw new IOException("stopped before '" + line + "'");
        }
        started.removeIf(program -> !program.isRunning());
        Path printed = Files.createTempFile(directory, "printed-", ".txt");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(input)
                .redirectOutput(printed.toFile());
        builder.environment().putAll(variables);
        Program program = new Program(line, builder.start(), printed);
        started.add(program);
        return program;
    }
}
