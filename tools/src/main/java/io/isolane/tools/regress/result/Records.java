package io.isolane.tools.regress.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, their keys the names of their components. Stateless; any thread. */
public final class Records {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE)
                    .withGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private Records() {}

    /** On one line, without a newline. */
    public static String json(Object record) {
        return MAPPER.writeValueAsString(record);
    }

    /** Writes a file as a whole or not at all: whoever reads it meanwhile sees the old one. */
    public static void replace(Path file, CharSequence text) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Finds out before anything is measured that a file could not be written.
     *
     * @throws IOException if it is a directory, or its directory is missing or lets nobody write; the message says so
     */
    public static void requireWritable(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || directory == null) {
            throw new IOException(file + " is a directory: name a file");
        }
        if (!Files.isDirectory(directory)) {
            throw new IOException(file + " cannot be written: there is no directory " + directory);
        }
        if (!Files.isWritable(directory)) {
            throw new IOException(file + " cannot be written: no right to write in " + directory);
        }
    }
}
