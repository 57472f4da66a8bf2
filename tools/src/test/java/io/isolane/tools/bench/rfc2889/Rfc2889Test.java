package io.isolane.tools.bench.rfc2889;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.isolane.tools.bench.results.Entry;
import io.isolane.tools.bench.suite.BenchTest;
import io.isolane.tools.bench.suite.Brief;
import io.isolane.tools.bench.suite.Notebook;
import io.isolane.tools.bench.suite.SimulatedSwitch;
import io.isolane.tools.bench.trial.Defect;
import java.util.List;
import java.util.function.LongSupplier;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Each test of the suite must find what was planted in a simulated device. */
final class Rfc2889Test {
    private static final double MAXIMUM = 4_000_000;
    private static final Percentage RESOLUTION = Percentage.withPercentage(1);

    private final Notebook notebook = new Notebook();

    @Test
    void shouldFindTheCapacityInEachPatternAndSayWhichPatternItWas() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(4).withBuffer(8);

        run(device, "fully-meshed", "one-to-many", "many-to-one", "unidirectional");

        for (String test : List.of("fully-meshed", "one-to-many", "many-to-one", "unidirectional")) {
            assertThat(notebook.value("rfc2889/" + test, "throughput").value())
                    .as(test)
                    .isCloseTo(1_370_000, RESOLUTION);
            assertThat(notebook.value("rfc2889/" + test, "frame loss").value())
                    .as(test)
                    .isCloseTo(100 * (1 - 1.37 / 4), within(0.2));
        }
        assertThat(notebook.remarks("rfc2889/fully-meshed")).contains("Fully meshed, 4 ports: 12 of 12 ways.");
        assertThat(notebook.remarks("rfc2889/one-to-many")).contains("One port to many, 4 ports: 3 of 3 ways.");
    }

    @Test
    void shouldLeaveOutTheWaysThatIsolationCloses() throws InterruptedException {
        run(new SimulatedSwitch(4).isolating(0, 1, 2), "fully-meshed", "many-to-one");

        assertThat(notebook.remarks("rfc2889/fully-meshed"))
                .contains("6 of 12 ways; isolation keeps the others apart")
                .doesNotContain("flooded");
        assertThat(notebook.value("rfc2889/fully-meshed", "throughput").value()).isPositive();
        assertThat(notebook.remarks("rfc2889/many-to-one")).contains("3 of 3 ways.");
    }

    @Test
    void shouldSendFromDeviceToDeviceWhereThereAreSeveral() throws InterruptedException {
        run(new SimulatedSwitch(4).withDevices(2).withBuffer(8), "multiple-devices");

        assertThat(notebook.remarks("rfc2889/multiple-devices"))
                .contains("From device to device, 4 ports: 8 of 8 ways");
        assertThat(notebook.value("rfc2889/multiple-devices", "throughput").value())
                .isCloseTo(1_370_000, RESOLUTION);
    }

    @Test
    void shouldSayThatThereIsOneDeviceOnly() throws InterruptedException {
        run(new SimulatedSwitch(4), "multiple-devices");

        assertThat(notebook.result("rfc2889/multiple-devices").values()).isEmpty();
        assertThat(notebook.remarks("rfc2889/multiple-devices")).contains("There is one device");
    }

    @Test
    void shouldLoseAThirdAtTheCongestedPortAndNothingAtTheOther() throws InterruptedException {
        run(new SimulatedSwitch(4), "congestion-control");

        assertThat(notebook.value("rfc2889/congestion-control", "loss at the congested port")
                        .value())
                .isCloseTo(33.3, within(1.0));
        assertThat(notebook.value("rfc2889/congestion-control", "loss at the other port")
                        .value())
                .isZero();
        assertThat(notebook.remarks("rfc2889/congestion-control"))
                .contains("No head-of-line blocking")
                .contains("port 2 was offered 150 % of that, port 1 50 %")
                .doesNotContain("expected");
    }

    @Test
    void shouldCallHeadOfLineBlockingAFailure() throws InterruptedException {
        run(new SimulatedSwitch(4).withHeadOfLineBlocking().withBuffer(64), "congestion-control");

        assertThat(notebook.value("rfc2889/congestion-control", "loss at the other port")
                        .value())
                .isGreaterThan(10);
        assertThat(notebook.remarks("rfc2889/congestion-control"))
                .contains("Head-of-line blocking:")
                .contains("This is a failure.");
    }

    @Test
    void shouldHoldThePortsToALowerRateWhereTheDeviceLosesFramesWithoutCongestion() throws InterruptedException {
        run(new SimulatedSwitch(4).withCapacity(200_000).withBuffer(64), "congestion-control");

        assertThat(notebook.trials("rfc2889/congestion-control")).hasSize(3);
        assertThat(notebook.value("rfc2889/congestion-control", "loss at the other port")
                        .value())
                .isZero();
    }

    @Test
    void shouldSayThatNoPortCanBeCongestedAlone() throws InterruptedException {
        run(new SimulatedSwitch(4).withoutLineRates(), "congestion-control");

        assertThat(notebook.result("rfc2889/congestion-control").values()).isEmpty();
        assertThat(notebook.remarks("rfc2889/congestion-control")).contains("cannot hold a port");
    }

    @Test
    void shouldFindTheMostThatIsForwardedAtAnyLoad() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(3_000_000).withBuffer(8), "forward-pressure");

        assertThat(notebook.value("rfc2889/forward-pressure", "maximum forwarding rate")
                        .value())
                .isCloseTo(3_000_000, RESOLUTION);
        assertThat(notebook.result("rfc2889/forward-pressure").values())
                .filteredOn(value -> value.name().equals("forwarding rate"))
                .extracting(Entry.Value::at)
                .containsExactly(1.01, 1.0, 0.9, 0.8, 0.7);
        assertThat(notebook.remarks("rfc2889/forward-pressure")).contains("No forward pressure");
    }

    @Test
    void shouldSayThatADeviceForwardsMoreThanTheMaximum() throws InterruptedException {
        run(new SimulatedSwitch(2).withCapacity(2 * MAXIMUM), "forward-pressure");

        assertThat(notebook.remarks("rfc2889/forward-pressure")).contains("Forward pressure: at 101 % of the maximum");
    }

    @Test
    void shouldFindTheSizeOfTheTableToTheLastAddress() throws InterruptedException {
        run(new SimulatedSwitch(4).withTable(8192), "address-caching-capacity");

        Entry.Value capacity = notebook.value("rfc2889/address-caching-capacity", "capacity");
        assertThat(capacity.value()).isEqualTo(8192);
        assertThat(capacity.low()).isEqualTo(8192);
        assertThat(capacity.high()).isEqualTo(8193);
    }

    @Test
    void shouldFindTheSizeOfTheTableOfADeviceThatLearnsSlowly() throws InterruptedException {
        run(new SimulatedSwitch(4).withTable(700).withLearningRate(100_000), "address-caching-capacity");

        assertThat(notebook.value("rfc2889/address-caching-capacity", "capacity")
                        .value())
                .isEqualTo(700);
    }

    @Test
    void shouldTryDoubledNumbersOnlyWhereTheDeviceDoesNotForget() throws InterruptedException {
        run(new SimulatedSwitch(4).withTable(8192).withoutForgetting(), "address-caching-capacity");

        Entry.Value capacity = notebook.value("rfc2889/address-caching-capacity", "capacity");
        assertThat(capacity.low()).isEqualTo(8192);
        assertThat(capacity.high()).isEqualTo(16_384);
        assertThat(notebook.remarks("rfc2889/address-caching-capacity")).contains("only doubled numbers");
    }

    @Test
    void shouldEndALongSearchAmongAddressesWithBoundsAndSayThatItWasItsLimit() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(4).withTable(5000);
        LongSupplier slow = () -> 3 * device.elapsed().toNanos();
        for (BenchTest test : Rfc2889.tests(slow)) {
            if (test.name().endsWith("address-caching-capacity")) {
                test.run(device, Brief.conditions(MAXIMUM), notebook);
            }
        }

        Entry.Value capacity = notebook.value("rfc2889/address-caching-capacity", "capacity");
        assertThat(capacity.low()).isBetween(4096.0, 5000.0);
        assertThat(capacity.high()).isBetween(5001.0, 8192.0);
        assertThat(notebook.remarks("rfc2889/address-caching-capacity"))
                .contains("ended by its limit of 761 s, not by the device");
    }

    @Test
    void shouldNeedFewTrialsForATableOfAPowerOfTwo() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(4).withTable(8192);

        run(device, "address-caching-capacity");

        assertThat(device.trials()).isLessThan(30);
    }

    /** Whatever is lost is looked for again and slower, but never slower from one look to the next. */
    @Test
    void shouldTakeNoLongerThanItsLimitWithADeviceThatDropsWhatItDoesNotKnow() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(4).withTable(5000).dropping();

        run(device, "address-caching-capacity");

        assertThat(notebook.value("rfc2889/address-caching-capacity", "capacity")
                        .value())
                .isEqualTo(5000);
        assertThat(notebook.trials("rfc2889/address-caching-capacity"))
                .allSatisfy(trial -> assertThat(trial.seconds()).isLessThanOrEqualTo(0.21));
    }

    @Test
    void shouldGiveNoLossAtALoadThatTheTesterCannotOffer() throws InterruptedException {
        run(new SimulatedSwitch(4).withSenderRate(1_000_000), "fully-meshed");

        assertThat(notebook.result("rfc2889/fully-meshed").values())
                .extracting(Entry.Value::name)
                .contains("forwarding rate")
                .doesNotContain("frame loss");
        assertThat(notebook.value("rfc2889/fully-meshed", "throughput").high()).isNull();
        assertThat(notebook.remarks("rfc2889/fully-meshed")).contains("No frame loss is given at 4,000,000 frames/s");
    }

    @Test
    void shouldFindTheRateAtWhichAddressesAreLearnt() throws InterruptedException {
        run(
                new SimulatedSwitch(4).withTable(2048).withLearningRate(250_000),
                "address-caching-capacity",
                "address-learning-rate");

        assertThat(notebook.value("rfc2889/address-learning-rate", "learning rate")
                        .value())
                .isCloseTo(250_000, RESOLUTION);
        assertThat(notebook.remarks("rfc2889/address-learning-rate")).contains("2,047 addresses that were new to it");
    }

    @Test
    void shouldSayThatNothingIsLearnt() throws InterruptedException {
        run(new SimulatedSwitch(4).flooding(), "address-caching-capacity", "address-learning-rate");

        assertThat(notebook.value("rfc2889/address-caching-capacity", "capacity")
                        .value())
                .isZero();
        assertThat(notebook.remarks("rfc2889/address-caching-capacity")).contains("Not one address was learnt");
        assertThat(notebook.remarks("rfc2889/address-learning-rate")).contains("learns no addresses, or none");
    }

    @Test
    void shouldSayThatTwoPortsCannotShowWhatIsLearnt() throws InterruptedException {
        run(new SimulatedSwitch(2), "address-caching-capacity", "address-learning-rate");

        assertThat(notebook.remarks("rfc2889/address-caching-capacity")).contains("no three ports");
        assertThat(notebook.remarks("rfc2889/address-learning-rate")).contains("no three ports");
    }

    @Test
    void shouldFindNoDamagedFrameForwarded() throws InterruptedException {
        run(new SimulatedSwitch(4), "errored-frames");

        assertThat(notebook.result("rfc2889/errored-frames").values())
                .hasSize(Defect.values().length - 1)
                .allSatisfy(value -> assertThat(value.value()).isZero());
        assertThat(notebook.remarks("rfc2889/errored-frames")).doesNotContain("not filtered");
    }

    @Test
    void shouldSayWhichDamagedFramesWereForwarded() throws InterruptedException {
        run(new SimulatedSwitch(4).leaking(Defect.GROUP_SOURCE), "errored-frames");

        assertThat(notebook.value("rfc2889/errored-frames", "forwarded group-source")
                        .value())
                .isEqualTo(100);
        assertThat(notebook.value("rfc2889/errored-frames", "forwarded runt").value())
                .isZero();
        assertThat(notebook.remarks("rfc2889/errored-frames"))
                .contains("Frames with the defect group-source were not filtered");
    }

    @Test
    void shouldMeasureBroadcastsToEveryPortThatHearsThem() throws InterruptedException {
        run(new SimulatedSwitch(4).withBuffer(8), "broadcast");

        assertThat(notebook.value("rfc2889/broadcast", "throughput").value()).isCloseTo(1_370_000, RESOLUTION);
        assertThat(notebook.value("rfc2889/broadcast", "copies").value()).isEqualTo(3);
        assertThat(notebook.value("rfc2889/broadcast", "p50").value()).isPositive();
        assertThat(notebook.tags())
                .contains(notebook.result("rfc2889/broadcast").hlog());
    }

    @Test
    void shouldEndSoonAndInWordsWhenTheDeviceForwardsNothing() throws InterruptedException {
        SimulatedSwitch device = new SimulatedSwitch(4).silent();

        for (BenchTest test : Rfc2889.tests()) {
            test.run(device, Brief.conditions(MAXIMUM), notebook);
            assertThat(notebook.results(test.name())).as(test.name()).hasSize(1);
        }

        assertThat(notebook.remarks("rfc2889/fully-meshed")).contains("The device forwarded none of");
        assertThat(device.trials()).isLessThan(60);
    }

    private void run(SimulatedSwitch device, String... names) throws InterruptedException {
        List<String> chosen = List.of(names);
        for (BenchTest test : Rfc2889.tests()) {
            if (chosen.contains(test.name().substring("rfc2889/".length()))) {
                test.run(device, Brief.conditions(MAXIMUM), notebook);
            }
        }
    }
}
