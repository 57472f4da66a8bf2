package io.isolane.tools.regress.result;

import io.isolane.tools.regress.result.Pool.Header;
import io.isolane.tools.regress.result.Pool.Pooled;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/** A pool as JSON lines: the first is what all forks share, then one for each fork. Stateless. */
public final class PoolFile {
    private PoolFile() {}

    /** Writes the file as a whole or not at all. */
    public static void write(Pool pool, Path file) throws IOException {
        StringBuilder lines = new StringBuilder(Records.json(pool.header())).append('\n');
        pool.forks().forEach(fork -> lines.append(Records.json(fork)).append('\n'));
        Records.replace(file, lines);
    }

    /** Whether a file says that it is a pool. */
    public static boolean isPool(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String first = reader.readLine();
            return first != null && first.startsWith("{\"schema\":\"" + Pool.SCHEMA + "\"");
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is cut off, of another schema or version, or has no forks; the message names file and line
     */
    public static Pool read(Path file) throws IOException {
        List<String> lines = lines(file);
        if (lines.size() < 2) {
            throw new IOException(
                    file + ":1: not a pool of 'isolane regress pool': a first line and forks are missing");
        }
        Header header = line(file, 1, lines.getFirst(), Header.class);
        if (!Pool.SCHEMA.equals(header.schema()) || header.version() != Pool.VERSION) {
            throw new IOException(file + ":1: schema '" + header.schema() + "' version " + header.version()
                    + ", and this program reads '" + Pool.SCHEMA + "' version " + Pool.VERSION);
        }
        List<Pooled> forks = new ArrayList<>();
        for (int number = 2; number <= lines.size(); number++) {
            forks.add(fork(file, number, lines.get(number - 1), header));
        }
        return new Pool(header, forks);
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException binary) {
            throw new IOException(file + ":1: not a pool of 'isolane regress pool': it is not text in UTF-8", binary);
        }
    }

    private static Pooled fork(Path file, int number, String text, Header header) throws IOException {
        Pooled fork = line(file, number, text, Pooled.class);
        if (fork.values().size() != header.metrics().size()) {
            throw new IOException(file + ":" + number + ": " + fork.values().size() + " values of "
                    + header.metrics().size() + " metrics");
        }
        return fork;
    }

    private static <T> T line(Path file, int number, String text, Class<T> type) throws IOException {
        try {
            return Records.MAPPER.readValue(text, type);
        } catch (JacksonException malformed) {
            throw new IOException(
                    file + ":" + number + ": not a line of a pool (cut off?): " + malformed.getOriginalMessage(),
                    malformed);
        }
    }
}
