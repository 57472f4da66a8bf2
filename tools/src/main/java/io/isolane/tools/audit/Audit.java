package io.isolane.tools.audit;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.evidence.Observation;
import io.isolane.tools.audit.scene.Experiment;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Scenes;
import io.isolane.tools.audit.verdict.Expectation;
import io.isolane.tools.audit.verdict.Finding;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Judges modes by an experiment. Confined to its thread. */
final class Audit {
    private final Experiment experiment;
    private final Path directory;
    private final Progress progress;

    /**
     * An audit that has judged nothing yet.
     *
     * @param directory where the captures go, one file for each mode
     */
    Audit(Experiment experiment, Path directory, Progress progress) {
        this.experiment = experiment;
        this.directory = directory;
        this.progress = progress;
    }

    /** Judges each of the modes until the experiment is cancelled; what goes wrong in one is in its result. */
    List<ModeResult> judge(List<IsolationMode> modes) {
        List<ModeResult> results = new ArrayList<>();
        for (IsolationMode mode : modes) {
            progress.begin(mode, results.size() + 1, modes.size());
            ModeResult result = judge(mode, Expectation.of(mode));
            if (experiment.isCancelled()) {
                progress.stop();
                break;
            }
            progress.end(result);
            results.add(result);
        }
        return results;
    }

    /** Judges one mode by these rows of the matrix. */
    ModeResult judge(IsolationMode mode, List<Expectation> expectations) {
        long begun = System.nanoTime();
        Path capture = directory.resolve(mode.label() + ".pcapng");
        List<Finding> findings = List.of();
        String failure = "";
        try {
            findings = findings(observe(Scenes.of(mode), capture), expectations);
        } catch (IOException reason) {
            failure = String.valueOf(reason.getMessage());
        }
        return new ModeResult(mode, findings, failure, capture, Duration.ofNanos(System.nanoTime() - begun));
    }

    private List<Observation> observe(Scene scene, Path capture) throws IOException {
        try (Evidence evidence = Evidence.create(capture, scene.listeners(), scene.senders())) {
            experiment.observe(scene, evidence, progress::step);
            return evidence.observations();
        }
    }

    private static List<Finding> findings(List<Observation> observations, List<Expectation> expectations) {
        return expectations.stream()
                .map(row -> Finding.of(
                        row,
                        observations.stream()
                                .filter(each -> each.listener() == row.listener())
                                .findFirst()
                                .orElseThrow()))
                .toList();
    }
}
