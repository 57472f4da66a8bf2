package io.isolane.tools.bench.results;

import java.io.Serial;
import java.nio.file.Path;

/** A results file cannot be used; the message says which, in which line, what is wrong there and what to do. */
public final class InvalidResultsException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** A problem in a line, counted from 1. */
    public InvalidResultsException(Path file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    /** A problem of the whole file. */
    public InvalidResultsException(Path file, String problem) {
        super(file + ": " + problem);
    }
}
