package io.isolane.tools.bench.peers.peer;

import io.isolane.tools.bench.peers.work.Captures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Where switches run. Immutable.
 *
 * @param directory for everything that they write; removed in the end
 * @param captures the frames of each work
 * @param patience how long a program may take for what is not measured
 */
public record Place(Path directory, Cores cores, Captures captures, Duration patience) {
    /** Enough for a daemon that zeroes gigabytes of memory before it can be asked. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    /**
     * For one run of one switch, in a new directory.
     *
     * @param variables of its environment; in their values {@code $DIR} is that directory
     * @throws IOException if the directory cannot be made
     */
    public Session session(String name, Map<String, String> variables) throws IOException {
        return new Session(Files.createTempDirectory(directory, name), variables, patience);
    }
}
