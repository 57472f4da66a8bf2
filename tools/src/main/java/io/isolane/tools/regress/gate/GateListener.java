package io.isolane.tools.regress.gate;

import io.isolane.tools.regress.fork.Fork;
import java.io.IOException;

/** Is told how the gate gets on, on the gate's thread. */
public interface GateListener {
    /** Listens to nothing. */
    GateListener NONE = new GateListener() {
        @Override
        public void onRound(String purpose, int forks) {}

        @Override
        public void onFork(Fork fork) {}
    };

    /** A round of {@code forks} forks begins. */
    void onRound(String purpose, int forks);

    /**
     * A fork ended.
     *
     * @throws IOException if it cannot be kept; the gate ends then
     */
    void onFork(Fork fork) throws IOException;
}
