package io.isolane.tools.bench.rfc2889;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.device.Beds;
import io.isolane.tools.bench.device.DeviceOptions;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Brief;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Notebook;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.trial.TestBed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The suite on the real switch: what it does, not how fast. */
final class Rfc2889InMemoryTest {
    private static final TesterConfig TESTER = TesterConfig.RFC_2544.withQuiet(Duration.ofMillis(300));
    private static final int TABLE = 512;

    private final Notebook notebook = new Notebook();

    @Test
    void shouldLoseNothingAtALowRateInAnyPattern() throws InterruptedException {
        List<String> patterns = List.of("fully-meshed", "one-to-many", "many-to-one", "unidirectional", "broadcast");

        run(DeviceOptions.DEFAULT, 20_000, patterns);

        for (String pattern : patterns) {
            assertLossless("rfc2889/" + pattern);
            assertThat(notebook.remarks("rfc2889/" + pattern))
                    .as(pattern)
                    .doesNotContain("flooded")
                    .doesNotContain("twice");
        }
        assertThat(notebook.value("rfc2889/broadcast", "copies").value()).isEqualTo(3);
    }

    @Test
    void shouldSendOnlyBetweenPortsThatMayTalk() throws InterruptedException {
        run(DeviceOptions.DEFAULT.withMode(IsolationMode.PROTECTED), 20_000, List.of("fully-meshed", "broadcast"));

        assertLossless("rfc2889/fully-meshed");
        assertThat(notebook.remarks("rfc2889/fully-meshed")).contains("6 of 12 ways; isolation keeps the others apart");
    }

    @Test
    void shouldLoseNothingBetweenTwoSwitchesThatAreJoined() throws InterruptedException {
        try (TestBed bed = Beds.joined(DeviceOptions.DEFAULT, TESTER)) {
            run(bed, Brief.unhurried(20_000), List.of("multiple-devices", "fully-meshed"));
        }

        for (String test : List.of("rfc2889/multiple-devices", "rfc2889/fully-meshed")) {
            assertLossless(test);
            assertThat(notebook.remarks(test))
                    .as(test)
                    .doesNotContain("not learnt")
                    .doesNotContain("flooded");
        }
        assertThat(notebook.remarks("rfc2889/multiple-devices"))
                .contains("From device to device, 4 ports: 8 of 8 ways");
    }

    @Test
    void shouldKnowAsManyStationsAsItsTableHolds() throws InterruptedException {
        run(DeviceOptions.DEFAULT.withTableCapacity(TABLE), 800_000, List.of("address-caching-capacity"));

        assertThat(notebook.value("rfc2889/address-caching-capacity", "capacity")
                        .value())
                .isEqualTo(TABLE);
    }

    @Test
    void shouldNotTakeRegisteredStationsForLearntOnes() throws InterruptedException {
        run(
                DeviceOptions.DEFAULT.withMode(IsolationMode.REGISTERED),
                800_000,
                List.of("address-caching-capacity", "address-learning-rate"));

        assertThat(notebook.result("rfc2889/address-caching-capacity").values()).isEmpty();
        assertThat(notebook.remarks("rfc2889/address-caching-capacity")).contains("it was told them");
    }

    @Test
    void shouldFilterDamagedFramesAndForwardTheGoodOnesAmongThem() throws InterruptedException {
        run(DeviceOptions.DEFAULT, 20_000, List.of("errored-frames"));

        assertThat(notebook.result("rfc2889/errored-frames").values())
                .isNotEmpty()
                .allSatisfy(value -> assertThat(value.value()).as(value.name()).isZero());
        assertThat(notebook.remarks("rfc2889/errored-frames")).doesNotContain("good ones were lost");
    }

    /** So slowly that a stall of the machine of a tenth of a second fills no ring, and for so long that the excess does. */
    @Test
    void shouldLoseFramesAtTheCongestedPortOnly() throws InterruptedException {
        run(
                DeviceOptions.DEFAULT.withRings(128),
                Brief.lasting(Duration.ofSeconds(2), 20_000),
                List.of("congestion-control"));

        assertThat(notebook.value("rfc2889/congestion-control", "loss at the other port")
                        .value())
                .isZero();
        assertThat(notebook.value("rfc2889/congestion-control", "loss at the congested port")
                        .value())
                .isPositive();
        assertThat(notebook.remarks("rfc2889/congestion-control")).contains("No head-of-line blocking");
    }

    /** No load failed; which of them the tester kept to is the machine's affair. */
    private void assertLossless(String test) {
        assertThat(notebook.value(test, "throughput").high()).as(test).isNull();
        assertThat(notebook.remarks(test)).as(test).doesNotContain("forwarded none");
        assertThat(notebook.trials(test)).as(test).allMatch(trial -> trial.received() == trial.sent() * copies(test));
    }

    private static int copies(String test) {
        return test.endsWith("broadcast") ? 3 : 1;
    }

    private void run(DeviceOptions options, double maximum, List<String> names) throws InterruptedException {
        run(options, Brief.unhurried(maximum), names);
    }

    private void run(DeviceOptions options, Conditions conditions, List<String> names) throws InterruptedException {
        try (TestBed bed = Beds.memory(options, TESTER)) {
            run(bed, conditions, names);
        }
    }

    private void run(TestBed bed, Conditions conditions, List<String> names) throws InterruptedException {
        for (BenchTest test : Rfc2889.tests()) {
            if (names.contains(test.name().substring("rfc2889/".length()))) {
                test.run(bed, conditions, notebook);
            }
        }
    }
}
