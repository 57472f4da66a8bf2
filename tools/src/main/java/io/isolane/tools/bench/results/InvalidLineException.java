package io.isolane.tools.bench.results;

import java.io.Serial;

/** A line is no entry; the message says why. */
final class InvalidLineException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    InvalidLineException(String problem) {
        super(problem);
    }
}
