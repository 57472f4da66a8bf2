package io.isolane.tools.bench.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.tester.TesterConfig.FullPort;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemorySwitchTest {
    private static final int FRAMES = 3000;
    private static final double RATE = 500_000;

    /** No frame is lost for a pause of the machine that the test runs on. */
    private static final TesterConfig PATIENT =
            TesterConfig.RFC_2544.withQuiet(Duration.ofMillis(500)).withFullPort(FullPort.KEEP_WAITING);

    @ParameterizedTest
    @EnumSource
    void shouldForwardOnEveryWayThatAModeLeavesOpen(IsolationMode mode) throws InterruptedException {
        try (TestBed bed = bed(mode)) {
            List<Stream> ways = ways(bed);
            String learnt = bed.learn(ways).orElse("");
            TrialResult result = bed.run(new TrialSpec(ways, FrameMix.IMIX, RATE, FRAMES));

            assertThat(result.total().received()).isEqualTo(FRAMES);
            assertThat(result.total().duplicates() + result.total().reordered() + result.foreign())
                    .isZero();
            assertThat(result.total().misdirected() > 0).isEqualTo(mode.isShared());
            assertThat(learnt.isEmpty()).isNotEqualTo(mode.isShared());
            assertThat(ways).hasSize(ways(mode));
            assertThat(bed.device().mode()).isEqualTo(mode.label());
        }
    }

    @Test
    void shouldSayWhatWasTested() {
        try (TestBed bed = Beds.memory(DeviceOptions.DEFAULT.withRings(512), PATIENT)) {
            assertThat(bed.device().name()).isEqualTo("isolane learning");
            assertThat(bed.device().configuration())
                    .containsEntry("rings", "512")
                    .containsEntry("mtu", "1500")
                    .containsEntry("vlans", "access")
                    .containsEntry("tableCapacity", "65536")
                    .containsKeys("version", "commit", "workers", "idle", "ageingSeconds", "smallSlots");
        }
    }

    @Test
    void shouldFloodAfterItWasMadeToForget() throws InterruptedException {
        try (TestBed bed = bed(IsolationMode.LEARNING)) {
            Stream way = Stream.of(0, 1, bed.stations(0, 8), bed.stations(1, 8));
            TrialSpec spec = new TrialSpec(List.of(way), FrameMix.of(64), RATE, 80);
            assertThat(bed.learn(List.of(way))).isEmpty();
            assertThat(bed.run(spec).total().misdirected()).isZero();

            assertThat(bed.forget()).isTrue();
            assertThat(bed.run(spec).total().misdirected()).isEqualTo(2 * 80);
        }
    }

    @Test
    void shouldForwardAgainAfterAResetUnderLoad() throws InterruptedException {
        try (TestBed bed = bed(IsolationMode.LEARNING)) {
            Stream way = Stream.of(0, 1, bed.stations(0, 8), bed.stations(1, 8));
            TrialSpec load = new TrialSpec(List.of(way), FrameMix.of(64), 10_000, 1);

            assertThat(bed.reset(load))
                    .hasValueSatisfying(gap -> assertThat(gap).isPositive());
            assertThat(bed.run(load).total().received()).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void shouldLetNoDefectiveFramePass(Defect defect) throws InterruptedException {
        try (TestBed bed = bed(IsolationMode.LEARNING)) {
            Stream way = new Stream(0, List.of(), bed.stations(0, 8), bed.stations(1, 8), 0, 1, defect);
            TrialResult result = bed.run(new TrialSpec(List.of(way), FrameMix.of(64), RATE, 100));

            assertThat(result.total().sent()).isEqualTo(100);
            assertThat(result.total().misdirected() + result.foreign()).isZero();
        }
    }

    @Test
    void shouldLoseWhatAPortThatIsDrainedSlowlyCannotHold() throws InterruptedException {
        DeviceOptions small = DeviceOptions.DEFAULT.withRings(64);
        try (TestBed bed = Beds.memory(small, PATIENT.withQuiet(Duration.ofMillis(50)))) {
            Stream way = Stream.of(0, 1, bed.stations(0, 8), bed.stations(1, 8));
            bed.learn(List.of(way));
            TrialSpec spec = new TrialSpec(List.of(way), FrameMix.of(64), 20_000, 4000);

            TrialResult result = bed.run(spec.withDrains(Map.of(1, 100.0)));

            assertThat(result.lossRatio()).isGreaterThan(0.5);
        }
    }

    @Test
    void shouldCarryJumboFramesWhereItWasMadeForThem() throws InterruptedException {
        try (TestBed bed = Beds.memory(DeviceOptions.DEFAULT.withMtu(8982).withRings(512), PATIENT)) {
            Stream way = Stream.of(0, 1, bed.stations(0, 8), bed.stations(1, 8));
            bed.learn(List.of(way));

            assertThat(bed.run(new TrialSpec(List.of(way), FrameMix.of(9000), 50_000, 500))
                            .total()
                            .received())
                    .isEqualTo(500);
        }
    }

    @Test
    void shouldRefuseOptionsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeviceOptions.DEFAULT.withRings(1000))
                .withMessage("rings of 1000 frames: use a power of two from 64 to 65536");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Beds.memory(DeviceOptions.DEFAULT.withPorts(3), PATIENT))
                .withMessage("3 ports are not an even number of at least 2");
        try (TestBed bed = bed(IsolationMode.REGISTERED)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bed.stations(1, 65))
                    .withMessage("65 stations at port 1 are more than the 64 that the switch was made for");
        }
    }

    @Test
    void shouldMeasureTheTesterItself() throws InterruptedException {
        SelfTest self = SelfTest.measure(
                DeviceOptions.DEFAULT.withPorts(2).withRings(1024), FrameMix.of(64), Duration.ofMillis(5));

        assertThat(self.ceiling()).isPositive();
        assertThat(self.entry().frames()).isEqualTo("64");
    }

    private static TestBed bed(IsolationMode mode) {
        return Beds.memory(DeviceOptions.DEFAULT.withMode(mode).withAddresses(64), PATIENT);
    }

    private static List<Stream> ways(TestBed bed) {
        List<Stream> ways = new ArrayList<>();
        for (int from = 0; from < bed.ports(); from++) {
            for (int to = 0; to < bed.ports(); to++) {
                for (int vid : bed.tags(from, to)) {
                    ways.add(Stream.of(from, to, bed.stations(from, 32), bed.stations(to, 32))
                            .withVid(vid));
                }
            }
        }
        return ways;
    }

    /** Of four ports: all to all, or one uplink to three guests and back, or two pairs. */
    private static int ways(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM, HOST_SHIELDED, LEARNING, REGISTERED -> 12;
            case VLAN_PER_GUEST, PRIVATE_VLAN, PROTECTED -> 6;
            case DEDICATED_UPLINK -> 4;
        };
    }
}
