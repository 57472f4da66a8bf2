package io.isolane.tools.bench.rfc2544;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.device.Beds;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Brief;
import io.isolane.tools.bench.suite.Notebook;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite on the real switch: at a rate that any machine can keep nothing may be lost with floods and with tags. */
final class Rfc2544InMemoryTest {
    /** So few frames a second that all of a trial have room in a ring. */
    private static final double MAXIMUM = 20_000;

    private static final TesterConfig TESTER = TesterConfig.RFC_2544.withQuiet(Duration.ofMillis(300));

    private final Notebook notebook = new Notebook();

    @ParameterizedTest
    @EnumSource(names = {"SHARED_MEDIUM", "VLAN_PER_GUEST"})
    void shouldLoseNothingAtALowRate(IsolationMode mode) throws InterruptedException {
        try (TestBed bed = Beds.memory(DeviceOptions.DEFAULT.withMode(mode), TESTER)) {
            for (BenchTest test : Rfc2544.tests()) {
                test.run(bed, Brief.unhurried(MAXIMUM), notebook);
            }
        }

        assertThat(notebook.value("rfc2544/throughput", "throughput").value()).isPositive();
        assertThat(notebook.value("rfc2544/throughput", "throughput").high()).isNull();
        assertThat(notebook.result("rfc2544/throughput").device().mode()).isEqualTo(mode.label());
        assertThat(notebook.results("rfc2544/latency")).hasSize(4);
        assertThat(notebook.result("rfc2544/frame-loss").values())
                .extracting(Entry.Value::value)
                .containsOnly(0.0);
        assertThat(notebook.remarks("rfc2544/back-to-back")).contains("arrived whole");
        assertThat(notebook.result("rfc2544/system-recovery").values()).isEmpty();
        assertThat(notebook.value("rfc2544/reset", "reset time").value()).isPositive();
        assertThat(trials())
                .allSatisfy(trial ->
                        assertThat(trial.duplicates() + trial.reordered()).isZero());
    }

    private List<Entry.Trial> trials() {
        return Rfc2544.tests().stream()
                .flatMap(test -> notebook.trials(test.name()).stream())
                .toList();
    }
}
