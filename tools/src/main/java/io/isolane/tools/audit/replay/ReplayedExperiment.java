package io.isolane.tools.audit.replay;

import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.scene.Experiment;
import io.isolane.tools.audit.scene.Scene;
import java.io.IOException;
import java.util.function.Consumer;

/** Replays the recorded conversation over ports in memory: no root, any system, a moment for each scene. */
public final class ReplayedExperiment implements Experiment {
    private final Conversation conversation;
    private volatile boolean isCancelled;

    private ReplayedExperiment(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * Reads the recording.
     *
     * @throws IOException if it is not there
     */
    public static ReplayedExperiment create() throws IOException {
        return new ReplayedExperiment(Conversation.recorded());
    }

    @Override
    public void observe(Scene scene, Evidence evidence, Consumer<String> progress) throws IOException {
        progress.accept("replay of " + conversation.utterances().size() + " frames");
        try (Replay replay = new Replay(scene, evidence)) {
            replay.teach(conversation.utterances());
            replay.replay(conversation.utterances());
        }
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }

    @Override
    public void cancel() {
        isCancelled = true;
    }
}
