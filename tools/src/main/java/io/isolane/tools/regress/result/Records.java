package io.isolane.tools.regress.result;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Records as JSON, their keys the names of their components, of which none may be missing. Stateless; any thread. */
public final class Records {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE)
                    .withGetterVisibility(Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY))
            .build();

    private Records() {}

    /** On one line, without a newline. */
    public static String json(Object record) {
        return MAPPER.writeValueAsString(record);
    }

    /** For readers of files: on many lines, without a newline at the end. */
    public static String indented(Object record) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(record);
    }

    /**
     * Reads a file that holds one record, which says of which schema it is.
     *
     * @throws IOException if it is cut off, of another schema or version, or not such a record; the message names file and line
     */
    public static <T> T read(Path file, String schema, int version, Class<T> type) throws IOException {
        try {
            JsonNode tree = MAPPER.readTree(Files.readAllBytes(file));
            String found = tree.path("schema").asString("");
            int foundVersion = tree.path("version").asInt(0);
            if (!found.equals(schema) || foundVersion != version) {
                throw new IOException(file + ":1: schema '" + found + "' version " + foundVersion
                        + ", and this program reads '" + schema + "' version " + version);
            }
            return MAPPER.treeToValue(tree, type);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNr());
            throw new IOException(
                    file + ":" + line + ": not a whole file of schema '" + schema + "' (cut off?): "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
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
