package io.isolane.tools.audit.scene;

import io.isolane.tools.audit.evidence.Evidence;
import java.io.IOException;
import java.util.function.Consumer;

/** Lets the stations of a scene talk and captures what is heard. Confined to one thread, but for {@link #cancel}. */
public interface Experiment {
    /**
     * Does it once.
     *
     * @param evidence takes every frame that was sent or heard
     * @param progress is told what is being done, a word or two each
     * @throws IOException saying what went wrong; nothing is left behind
     */
    void observe(Scene scene, Evidence evidence, Consumer<String> progress) throws IOException;

    /** True after {@link #cancel}. Any thread. */
    boolean isCancelled();

    /** Lets a running {@link #observe} fail soon, having removed what it made, and every later one at once. Any thread. */
    void cancel();
}
