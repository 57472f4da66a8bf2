package io.isolane.tools.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.tools.audit.evidence.Evidence;
import io.isolane.tools.audit.evidence.Flow;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.replay.ReplayedExperiment;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Scenes;
import io.isolane.tools.audit.verdict.Cell;
import io.isolane.tools.audit.verdict.Cell.Verdict;
import io.isolane.tools.audit.verdict.Expectation;
import io.isolane.tools.audit.verdict.Finding;
import io.isolane.tools.audit.verdict.ModeResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class InMemoryAuditTest {
    @TempDir
    private Path directory;

    private final StringWriter progress = new StringWriter();

    @ParameterizedTest
    @EnumSource
    void shouldFindEveryModeAsItSaysItIs(IsolationMode mode) throws IOException {
        ModeResult result = audit().judge(List.of(mode)).getFirst();

        assertThat(result.failure()).isEmpty();
        assertThat(result.findings())
                .hasSameSizeAs(Expectation.of(mode))
                .allSatisfy(finding ->
                        assertThat(finding.cells()).extracting(Cell::verdict).containsOnly(Verdict.KEPT));
        assertThat(result.isKept()).isTrue();
        assertThat(progress.toString()).contains("[1/1] " + mode.label(), "as expected");
    }

    @ParameterizedTest
    @CsvSource({"LEARNING", "REGISTERED", "VLAN_PER_GUEST", "DEDICATED_UPLINK", "PRIVATE_VLAN", "PROTECTED"})
    void shouldSayThatAModeThatIsolatesLeaksLessThanAHub(IsolationMode mode) throws IOException {
        Set<Flow> unicast = Set.of(
                Flow.VM2_TO_LAN,
                Flow.VM2_TO_VM3,
                Flow.HOST_TO_LAN,
                Flow.LAN_TO_VM2,
                Flow.LAN_TO_HOST,
                Flow.OTHER_UNICAST);

        ModeResult result = audit().judge(mode, List.of(rowOf(IsolationMode.SHARED_MEDIUM)));

        assertThat(result.isKept()).isFalse();
        assertThat(result.findings().getFirst().cells(unicast))
                .extracting(Cell::verdict)
                .containsOnly(Verdict.SILENT);
    }

    @Test
    void shouldSayThatAHubLeaksWhereALearningSwitchWasExpected() throws IOException {
        ModeResult result = audit().judge(IsolationMode.SHARED_MEDIUM, List.of(rowOf(IsolationMode.LEARNING)));

        assertThat(result.isKept()).isFalse();
        assertThat(result.findings().getFirst().cells(Flow.OF_GUESTS))
                .extracting(Cell::verdict)
                .containsOnly(Verdict.LEAKS);
    }

    @Test
    void shouldSayThatHostShieldedShieldsTheHostAlone() throws IOException {
        ModeResult result = audit().judge(IsolationMode.HOST_SHIELDED, List.of(rowOf(IsolationMode.SHARED_MEDIUM)));

        assertThat(result.findings().getFirst().cells())
                .filteredOn(cell -> cell.verdict() == Verdict.SILENT)
                .extracting(Cell::flow)
                .containsExactlyInAnyOrderElementsOf(Flow.OF_HOST);
    }

    @Test
    void shouldHearWhatWasSentWholeInAHub() throws IOException {
        ModeResult result = audit().judge(List.of(IsolationMode.SHARED_MEDIUM)).getFirst();

        assertThat(result.findings())
                .allSatisfy(finding -> assertThat(finding.cells())
                        .allSatisfy(cell -> assertThat(cell.heard()).isEqualTo(cell.sent())));
    }

    @Test
    void shouldFindTheLeakOfAPortThatIsMadePromiscuous() throws IOException {
        Scene sound = Scenes.of(IsolationMode.LEARNING);
        List<PortProfile> ports = sound.ports().stream()
                .map(port -> port.toBuilder()
                        .promiscuous(port.name().equals(Station.VM1.port()))
                        .build())
                .toList();
        Scene leaking = new Scene(sound.mode(), sound.networks(), ports, sound.segments());
        try (Evidence evidence =
                Evidence.create(directory.resolve("leaking.pcapng"), leaking.listeners(), leaking.senders())) {
            ReplayedExperiment.create().observe(leaking, evidence, step -> {});

            Finding finding = Finding.of(
                    rowOf(IsolationMode.LEARNING), evidence.observations().getFirst());
            assertThat(finding.isKept()).isFalse();
            assertThat(finding.cells(Flow.OF_GUESTS)).extracting(Cell::verdict).containsOnly(Verdict.LEAKS);
        }
    }

    private Audit audit() throws IOException {
        return new Audit(ReplayedExperiment.create(), directory, new Progress(new PrintWriter(progress)));
    }

    private static Expectation rowOf(IsolationMode mode) {
        return Expectation.of(mode).stream()
                .filter(row -> row.listener() == Station.VM1)
                .findFirst()
                .orElseThrow();
    }
}
