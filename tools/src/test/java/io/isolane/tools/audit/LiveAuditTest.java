package io.isolane.tools.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.live.LiveExperiment;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Scenes;
import io.isolane.tools.audit.verdict.Cell;
import io.isolane.tools.audit.verdict.Cell.Verdict;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three of the modes with real programs; the command itself does all of them. */
final class LiveAuditTest {
    private static final Path NAMESPACES = Path.of("/run/netns");

    @TempDir
    private Path directory;

    private final StringWriter errors = new StringWriter();
    private final LiveExperiment experiment = new LiveExperiment(Optional.empty(), new PrintWriter(errors));

    @BeforeEach
    void needsRootAndPrograms() {
        Optional<String> missing = LiveExperiment.missing();
        assumeTrue(missing.isEmpty(), missing::toString);
        assumeTrue(Files.exists(Path.of("/dev/net/tun")), "the kernel has no TAP devices");
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED_MEDIUM", "HOST_SHIELDED", "LEARNING"})
    void shouldFindWithRealProgramsWhatTheModeSays(IsolationMode mode) throws IOException {
        Audit audit = new Audit(experiment, directory, new Progress(new PrintWriter(new StringWriter())));

        ModeResult result = audit.judge(List.of(mode)).getFirst();

        assertThat(result.failure()).isEmpty();
        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.cells())
                        .allSatisfy(cell ->
                                assertThat(cell).extracting(Cell::verdict).isEqualTo(Verdict.KEPT)));
        assertThat(errors.toString()).isEmpty();
        assertThat(namespaces()).isEmpty();
    }

    @Test
    void shouldRemoveEverythingWhenItIsCancelled() throws IOException {
        Scene scene = Scenes.of(IsolationMode.LEARNING);
        try (Evidence evidence =
                Evidence.create(directory.resolve("cancelled.pcapng"), scene.listeners(), scene.senders())) {
            assertThatIOException().isThrownBy(() -> experiment.observe(scene, evidence, this::cancelInTheMiddle));
        }

        assertThat(namespaces()).isEmpty();
        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private void cancelInTheMiddle(String step) {
        if (step.contains("TCP")) {
            experiment.cancel();
        }
    }

    private static List<String> namespaces() throws IOException {
        String ours = "isolane-audit-" + ProcessHandle.current().pid();
        if (!Files.exists(NAMESPACES)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(NAMESPACES)) {
            return all.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.startsWith(ours))
                    .toList();
        }
    }
}
