package io.isolane.tools.regress.level;

import io.isolane.tools.regress.result.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A level as a JSON file, made to be kept beside the sources and looked at in a review. Stateless. */
public final class LevelFile {
    private LevelFile() {}

    /**
     * Reads a file.
     *
     * @return nothing accepted, if there is no file yet
     * @throws IOException if it is cut off or of another schema or version; the message names file and line
     */
    public static Level read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Level.NONE;
        }
        return Records.read(file, Level.SCHEMA, Level.VERSION, Level.class);
    }

    /** Writes the file as a whole or not at all. */
    public static void write(Level level, Path file) throws IOException {
        Records.replace(file, Records.indented(level) + "\n");
    }
}
