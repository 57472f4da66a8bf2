package io.isolane.tools.regress.fork;

import java.io.IOException;

/** Runs forks, one at a time. */
@FunctionalInterface
public interface ForkRunner {
    /**
     * Runs one and waits for its end.
     *
     * @throws IOException if it could not be run or gave no figures; the message says why
     */
    Fork run(Slot slot) throws IOException;
}
