package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.StreamResult;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TesterTest {
    private static final int FRAMES = 1000;
    private static final double RATE = 1_000_000;
    private static final AddressRange HERE = new AddressRange(0x02_00_00_00_01_00L, 10);
    private static final AddressRange THERE = new AddressRange(0x02_00_00_00_02_00L, 10);
    private static final Stream STREAM = Stream.of(0, 1, HERE, THERE);
    private static final TesterConfig QUICK = TesterConfig.RFC_2544.withQuiet(Duration.ofNanos(50_000));

    private final ScriptedDevice device = new ScriptedDevice(4);
    private final StepClock clock = new StepClock(100);
    private final Tester tester = new Tester(QUICK, clock, device.line());

    @Test
    void shouldSayThatEveryFrameArrivedOnceInOrderAndWhereItBelongs() throws InterruptedException {
        TrialResult result = run();

        assertThat(result.total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 0));
        assertThat(result.lossRatio()).isZero();
        assertThat(result.lastLossSeconds()).isZero();
        assertThat(result.foreign()).isZero();
        assertThat(result.latency().getTotalCount()).isEqualTo(FRAMES);
        assertThat(result.sendSeconds()).isBetween((FRAMES - 1) / RATE, (FRAMES + 1) / RATE);
        assertThat(result.receiveSeconds()).isBetween((FRAMES - 2) / RATE, (FRAMES + 2) / RATE);
    }

    @Test
    void shouldCountWhatNeverCame() throws InterruptedException {
        device.does((from, frame, nth) -> {
            if (nth % 10 == 3) {
                device.free(frame);
            } else {
                device.emit(1, frame);
            }
        });

        TrialResult result = run();

        assertThat(result.total()).isEqualTo(result(FRAMES, 900, 0, 0, 0));
        assertThat(result.lossRatio()).isCloseTo(0.1, within(1e-9));
        assertThat(result.lastLossSeconds()).isEqualTo(993 / RATE);
    }

    @Test
    void shouldCountAFrameThatCameTwiceAsADuplicate() throws InterruptedException {
        device.does((from, frame, nth) -> {
            if (nth % 5 == 0) {
                device.emit(1, device.copy(frame));
            }
            device.emit(1, frame);
        });

        assertThat(run().total()).isEqualTo(result(FRAMES, FRAMES, FRAMES / 5, 0, 0));
    }

    @Test
    void shouldCountAFrameThatWasOvertakenAsReordered() throws InterruptedException {
        List<Long> held = new ArrayList<>();
        device.does((from, frame, nth) -> {
            if (nth % 2 == 0) {
                held.add(frame);
            } else {
                device.emit(1, frame);
                device.emit(1, held.removeLast());
            }
        });

        assertThat(run().total()).isEqualTo(result(FRAMES, FRAMES, 0, FRAMES / 2, 0));
    }

    @Test
    void shouldCountWhatCameToOtherPortsAsMisdirected() throws InterruptedException {
        device.does((from, frame, nth) -> {
            device.emit(2, device.copy(frame));
            device.emit(3, device.copy(frame));
            device.emit(1, frame);
        });

        assertThat(run().total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 2 * FRAMES));
    }

    @Test
    void shouldExpectACopyAtEveryPortThatABroadcastIsFor() throws InterruptedException {
        device.does((from, frame, nth) -> {
            device.emit(1, device.copy(frame));
            device.emit(3, frame);
        });

        TrialResult result = run(Stream.of(0, List.of(1, 2, 3), HERE, THERE));

        assertThat(result.total()).isEqualTo(new StreamResult(FRAMES, FRAMES, 3 * FRAMES, 2 * FRAMES, 0, 0, 0));
        assertThat(result.lossRatio()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void shouldSayThatASilentDeviceLostEverything() throws InterruptedException {
        device.does((from, frame, nth) -> device.free(frame));

        TrialResult result = run();

        assertThat(result.lossRatio()).isOne();
        assertThat(result.receiveSeconds()).isZero();
        assertThat(result.forwardingRate()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {42, 45, 46, 47, 48, 51, 52, 59})
    void shouldNotTakeAFrameWhoseStampWasChangedForOneOfItsOwn(int place) throws InterruptedException {
        device.does((from, frame, nth) -> {
            long address = device.address(frame) + place;
            RawMemory.putByte(address, (byte) (RawMemory.getByte(address) ^ 0x10));
            device.emit(1, frame);
        });

        TrialResult result = run();

        assertThat(result.total().received()).isZero();
        assertThat(result.foreign()).isEqualTo(FRAMES);
    }

    @Test
    void shouldNotTakeAFrameThatWasCutForAWholeOne() throws InterruptedException {
        device.does((from, frame, nth) -> device.emit(1, Descriptor.withLength(frame, 100)));

        TrialResult result = tester.run(new TrialSpec(List.of(STREAM), FrameMix.of(128), RATE, FRAMES));

        assertThat(result.total().received()).isZero();
        assertThat(result.foreign()).isEqualTo(FRAMES);
    }

    @Test
    void shouldKnowAFrameThatTheDeviceHasPaddedOrTagged() throws InterruptedException {
        device.does((from, frame, nth) -> device.emit(1, tagged(frame)));

        assertThat(run().total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 0));
    }

    @Test
    void shouldNotTakeAFrameOfAnEarlierTrialForOneOfThis() throws InterruptedException {
        List<Long> late = new ArrayList<>();
        device.does((from, frame, nth) -> {
            if (nth == 0) {
                late.add(device.copy(frame));
            }
            if (nth == FRAMES) {
                device.emit(1, late.removeLast());
            }
            device.emit(1, frame);
        });
        run();

        TrialResult second = run();

        assertThat(second.total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 0));
        assertThat(second.foreign()).isOne();
    }

    @Test
    void shouldForgetWhatAnEarlierTrialLeftBehind() throws InterruptedException {
        run();
        device.does((from, frame, nth) -> device.free(frame));
        long left = device.line().cache().allocate(60);
        device.emit(1, left);

        assertThat(run().foreign()).isZero();
    }

    @Test
    void shouldLoseWhatAFullPortDoesNotTake() throws InterruptedException {
        device.room(600);

        TrialResult result = run();

        assertThat(result.total()).isEqualTo(new StreamResult(FRAMES, 600, 600, 600, 0, 0, 0));
        assertThat(result.lossRatio()).isCloseTo(0.4, within(1e-9));
    }

    @Test
    void shouldLetFramesWaitForAFullPortAndChargeThemWithTheWait() throws InterruptedException {
        int[] turns = {0};
        Tester patient = new Tester(QUICK.withFullPort(TesterConfig.FullPort.WAIT), clock, device.line());
        device.room(600);
        device.polls(() -> {
            turns[0]++;
            device.room(turns[0] > 40_000 ? FRAMES : device.roomLeft());
        });

        TrialResult result = patient.run(new TrialSpec(List.of(STREAM), FrameMix.of(64), RATE, FRAMES));

        assertThat(result.total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 0));
        assertThat(result.latency().getMaxValue()).isGreaterThan(1_000_000);
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNT", "TRUNCATED_TAG", "OVERSIZE", "GROUP_SOURCE", "ZERO_SOURCE", "RESERVED_VID"})
    void shouldSeeThatADeviceLetsDefectiveFramesPass(Defect defect) throws InterruptedException {
        TrialResult result = run(Stream.of(0, List.of(), HERE, THERE).withDefect(defect));

        assertThat(result.total()).isEqualTo(new StreamResult(FRAMES, FRAMES, 0, 0, 0, 0, FRAMES));
        assertThat(result.foreign()).isZero();
        assertThat(result.sendSeconds()).isBetween((FRAMES - 1) / RATE, (FRAMES + 10) / RATE);
    }

    @Test
    void shouldTakeNoMoreFromAPortThanItsDrainLetsPass() throws InterruptedException {
        TrialSpec slow = new TrialSpec(List.of(STREAM), FrameMix.of(64), RATE, FRAMES).withDrains(Map.of(1, RATE / 2));

        TrialResult result = tester.run(slow);

        assertThat(result.total()).isEqualTo(result(FRAMES, FRAMES, 0, 0, 0));
        assertThat(result.receiveSeconds()).isBetween(1.9 * FRAMES / RATE, 2.1 * FRAMES / RATE);
    }

    @Test
    void shouldRefuseWhatItCannotDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tester.run(new TrialSpec(List.of(STREAM), FrameMix.of(9018), RATE, 1)))
                .withMessage("frames of 9018 bytes with FCS need an MTU of 9000: that of the ports is 1500");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Stream.of(0, 4, HERE, THERE)))
                .withMessage("there is no port 4: the tester has ports 0 to 3");
    }

    @Test
    void shouldStopWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(this::run).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void shouldMeasureTheTimeWithoutAFrameWhileTheDeviceIsAway() throws InterruptedException {
        TrialSpec load = new TrialSpec(List.of(STREAM), FrameMix.of(64), 10_000, 1);
        Restart away = new Restart() {
            private long since;

            @Override
            public void begin() {
                since = clock.nanoTime();
                tester.connect(device.line().unplugged());
            }

            @Override
            public boolean isOver() {
                boolean isBack = clock.nanoTime() - since > 30_000_000;
                if (isBack) {
                    tester.connect(device.line());
                }
                return isBack;
            }
        };

        assertThat(tester.outage(load, away))
                .hasValueSatisfying(gap -> assertThat(gap.toNanos()).isBetween(29_900_000L, 30_300_000L));
    }

    private TrialResult run() throws InterruptedException {
        return run(STREAM);
    }

    private TrialResult run(Stream stream) throws InterruptedException {
        return tester.run(new TrialSpec(List.of(stream), FrameMix.of(64), RATE, FRAMES));
    }

    private long tagged(long frame) {
        byte[] bytes = device.bytes(frame);
        long longer = device.line().cache().allocate(bytes.length + 8);
        long address = device.address(longer);
        RawMemory.copy(device.address(frame), address, 12);
        RawMemory.putIntBigEndian(address + 12, 0x8100_000a);
        RawMemory.copy(device.address(frame) + 12, address + 16, bytes.length - 12);
        device.free(frame);
        return longer;
    }

    private static StreamResult result(long sent, long received, long duplicates, long reordered, long misdirected) {
        return new StreamResult(FRAMES, sent, sent, received, duplicates, reordered, misdirected);
    }
}
