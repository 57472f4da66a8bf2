package io.isolane.tools.regress.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A run's result as a JSON file, its keys the names of the components of {@link RunResult}. Stateless. */
public final class RunFile {
    private RunFile() {}

    /** Writes the file as a whole or not at all: whoever reads it meanwhile sees the old one. */
    public static void write(RunResult result, Path file) throws IOException {
        Records.replace(file, Records.json(result) + "\n");
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it is cut off, of another schema or version, or not a run of the gate; the message names file and line
     */
    public static RunResult read(Path file) throws IOException {
        try {
            JsonNode tree = Records.MAPPER.readTree(Files.readAllBytes(file));
            requireSchema(tree, file);
            return Records.MAPPER.treeToValue(tree, RunResult.class);
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : Math.max(1, malformed.getLocation().getLineNr());
            throw new IOException(
                    file + ":" + line + ": not a whole result of 'isolane regress run' (cut off?): "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    private static void requireSchema(JsonNode tree, Path file) throws IOException {
        String schema = tree.path("schema").asString("");
        int version = tree.path("version").asInt(0);
        if (!schema.equals(RunResult.SCHEMA) || version != RunResult.VERSION) {
            throw new IOException(file + ":1: schema '" + schema + "' version " + version + ", and this program reads '"
                    + RunResult.SCHEMA + "' version " + RunResult.VERSION);
        }
    }
}
