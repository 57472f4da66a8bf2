package io.isolane.tools.regress.result;

import java.io.IOException;
import java.nio.file.Path;

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
        return Records.read(file, RunResult.SCHEMA, RunResult.VERSION, RunResult.class);
    }
}
