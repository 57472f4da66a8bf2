package io.isolane.tools.bench.rfc2544;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Brief;
import io.isolane.tools.bench.suite.Conditions;
import io.isolane.tools.bench.suite.Notebook;
import io.isolane.tools.bench.suite.SimulatedSwitch;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Each test of the suite must find what was planted in a simulated device. */
final class Rfc2544Test {
    private static final double MAXIMUM = 10_000_000;
    private static final Percentage RESOLUTION = Percentage.withPercentage(1);

    private final Notebook notebook = new Notebook();

    @Test
    void shouldFindTheCapacityWithinTheResolutionAndSayWhatIsKnownAboveIt() throws InterruptedException {
        run(new SimulatedSwitch(2).withBuffer(16));

        Entry.Value throughput = notebook.value("rfc2544/throughput", "throughput");
        assertThat(throughput.value()).isCloseTo(1_370_000, RESOLUTION);
        assertThat(throughput.low()).isEqualTo(throughput.value());
        assertThat(throughput.high()).isBetween(throughput.value(), 1.0102 * throughput.value());
        assertThat(notebook.remarks("rfc2544/throughput"))
                .contains("100 % is 10,000,000 frames/s of all ports together: --max-rate.")
                .contains("within 1.0 %");
    }

    @Test
    void shouldFindACapacityThatIsASmallPartOfTheMaximum() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(20_000).withBuffer(4));

        assertThat(notebook.value("rfc2544/throughput", "throughput").value()).isCloseTo(20_000, RESOLUTION);
    }

    @Test
    void shouldSayThatADeviceMayBeFasterThanTheMaximum() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(2 * MAXIMUM).withSenderRate(MAXIMUM));

        Entry.Value throughput = notebook.value("rfc2544/throughput", "throughput");
        assertThat(throughput.value()).isEqualTo(MAXIMUM);
        assertThat(throughput.high()).isNull();
        assertThat(notebook.trials("rfc2544/throughput")).hasSize(1);
        assertThat(notebook.remarks("rfc2544/throughput")).contains("beyond this maximum");
        assertThat(notebook.remarks("rfc2544/back-to-back")).contains("nothing follows for its buffers");
        assertThat(notebook.result("rfc2544/system-recovery").values()).isEmpty();
    }

    @Test
    void shouldTakeALoadThatTheTesterCannotOfferNeitherForPassedNorForTheDevicesLoss() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(5_000_000).withSenderRate(3_000_000));

        Entry.Value throughput = notebook.value("rfc2544/throughput", "throughput");
        assertThat(throughput.value()).isCloseTo(3_000_000, Percentage.withPercentage(3));
        assertThat(throughput.high()).isNull();
        assertThat(notebook.remarks("rfc2544/throughput"))
                .contains("The tester did not keep to ")
                .doesNotContain("Frames were lost");
        assertThat(notebook.trials("rfc2544/throughput"))
                .filteredOn(trial -> trial.note().contains("not judged: the tester fell behind the load"))
                .isNotEmpty();
        assertThat(notebook.result("rfc2544/frame-loss").values())
                .extracting(Entry.Value::at)
                .containsExactly(0.3, 0.2);
        assertThat(notebook.remarks("rfc2544/frame-loss"))
                .contains(
                        "No frame loss is given at 10,000,000 frames/s: the tester fell behind this load in 3 trials.");
    }

    @Test
    void shouldTimeEveryFrameAtTheThroughputAndAtPartsOfIt() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(1_000_000).withBuffer(100));

        List<Entry.Result> results = notebook.results("rfc2544/latency");
        assertThat(results)
                .hasSize(4)
                .allSatisfy(result -> assertThat(notebook.tags()).contains(result.hlog()));
        Entry.Value slowest = results.getLast().values().stream()
                .filter(value -> value.name().equals("p50"))
                .findFirst()
                .orElseThrow();
        assertThat(slowest.at()).isEqualTo(0.1);
        assertThat(slowest.value()).isCloseTo(1_000, within(2.0));
        assertThat(notebook.trials("rfc2544/latency")).hasSize(4 * Brief.PROFILE.latencyTrials());
    }

    @Test
    void shouldLoseFramesAsTheLoadExceedsTheCapacityAndStopAfterTwoLoadsWithoutLoss() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(7_500_000).withBuffer(16));

        List<Entry.Value> curve = notebook.result("rfc2544/frame-loss").values();
        assertThat(curve).extracting(Entry.Value::at).containsExactly(1.0, 0.9, 0.8, 0.7, 0.6);
        assertThat(curve.get(0).value()).isCloseTo(25, within(0.1));
        assertThat(curve.get(2).value()).isCloseTo(6.25, within(0.1));
        assertThat(curve.get(3).value()).isZero();
    }

    @Test
    void shouldFindTheBufferBehindTheLongestBurst() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(4_000_000).withBuffer(512));

        double longest = 512 / (1 - 0.4);
        assertThat(notebook.value("rfc2544/back-to-back", "longest burst").value())
                .isCloseTo(longest, RESOLUTION);
        assertThat(notebook.value("rfc2544/back-to-back", "corrected buffer").value())
                .isCloseTo(512, Percentage.withPercentage(3));
    }

    @Test
    void shouldFindHowLongADeviceLosesFramesAfterAnOverload() throws InterruptedException {
        run(new SimulatedSwitch(2).withBuffer(16).withRecovery(0.03));

        assertThat(notebook.value("rfc2544/system-recovery", "recovery time").value())
                .isCloseTo(0.03, within(0.002));
    }

    @Test
    void shouldSayThatADeviceDidNotRecover() throws InterruptedException {
        run(new SimulatedSwitch(2).withBuffer(16).withRecovery(10));

        assertThat(notebook.remarks("rfc2544/system-recovery")).contains("had not recovered when the trial ended");
    }

    @Test
    void shouldReportTheOutageOfARestart() throws InterruptedException {
        run(new SimulatedSwitch(2).withOutage(Duration.ofMillis(250)));

        assertThat(notebook.value("rfc2544/reset", "reset time").value()).isEqualTo(0.25);
    }

    @Test
    void shouldSayThatADeviceCannotBeRestarted() throws InterruptedException {
        run(new SimulatedSwitch(2));

        assertThat(notebook.result("rfc2544/reset").values()).isEmpty();
        assertThat(notebook.remarks("rfc2544/reset")).contains("cannot be restarted");
    }

    @Test
    void shouldEndSoonAndInWordsWhenTheDeviceForwardsNothing() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(2).silent();

        run(device);

        assertThat(notebook.trials("rfc2544/throughput")).hasSize(2);
        assertThat(notebook.value("rfc2544/throughput", "throughput").value()).isZero();
        assertThat(notebook.remarks("rfc2544/throughput")).contains("The device forwarded none of");
        assertThat(notebook.remarks("rfc2544/latency")).contains("there is no throughput");
        assertThat(notebook.value("rfc2544/back-to-back", "longest burst").value())
                .isZero();
        assertThat(notebook.trials("rfc2544/frame-loss")).hasSize(2);
        assertThat(device.trials()).isLessThan(10);
    }

    @Test
    void shouldSayThatFramesWereFloodedBecauseTheyWereNotLearnt() throws InterruptedException {
        run(new SimulatedSwitch(4).flooding());

        assertThat(notebook.remarks("rfc2544/throughput"))
                .contains("Learning frames were not learnt before")
                .contains("addresses were not learnt")
                .contains("Frames were flooded: each came to 2.0 ports that it was not for.");
    }

    @Test
    void shouldKeepEveryFinishedTrialWhenItIsInterrupted() {
        SimulatedSwitch device = new SimulatedSwitch(2).withBuffer(16).interruptedAfter(2);

        assertThatThrownBy(() -> run(device)).isInstanceOf(InterruptedException.class);

        assertThat(notebook.trials("rfc2544/throughput")).hasSize(2);
        assertThat(notebook.results("rfc2544/throughput")).isEmpty();
    }

    @Test
    void shouldSayThatFramesCameTwice() throws InterruptedException {
        run(new SimulatedSwitch(2).doubling());

        assertThat(notebook.remarks("rfc2544/throughput")).contains("Frames came twice to the same port");
        assertThat(notebook.value("rfc2544/throughput", "throughput").value()).isPositive();
    }

    @Test
    void shouldSayThatFramesCameOutOfOrder() throws InterruptedException {
        run(new SimulatedSwitch(2).reordering());

        assertThat(notebook.remarks("rfc2544/throughput")).contains("Frames came after later ones of their stream");
    }

    @Test
    void shouldSayThatNoPortsMayTalkBothWays() throws InterruptedException {
        run(new SimulatedSwitch(2).isolating(0, 1));

        assertThat(notebook.remarks("rfc2544/throughput")).contains("0 of 2 ways; isolation keeps the others apart");
        assertThat(notebook.result("rfc2544/throughput").values()).isEmpty();
    }

    @Test
    void shouldPauseBeforeAndAfterEachTrialAsTheRfcWants() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(2).withCapacity(2 * MAXIMUM);

        Rfc2544.tests().getFirst().run(device, Brief.conditions(MAXIMUM), notebook);

        assertThat(device.elapsed()).isEqualTo(Brief.PROFILE.trial().plusSeconds(7));
    }

    @Test
    void shouldTakeAboutAsLongAsItSays() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(2).withCapacity(6_000_000);
        Conditions conditions = Brief.conditions(MAXIMUM);
        Duration estimate =
                Rfc2544.tests().stream().map(test -> test.estimate(conditions)).reduce(Duration.ZERO, Duration::plus);

        run(device);

        assertThat(device.elapsed()).isBetween(estimate.dividedBy(2), estimate.multipliedBy(2));
    }

    private void run(SimulatedSwitch device) throws InterruptedException {
        for (BenchTest test : Rfc2544.tests()) {
            test.run(device, Brief.conditions(MAXIMUM), notebook);
        }
    }
}
