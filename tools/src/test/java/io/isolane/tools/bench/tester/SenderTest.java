package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.memory.Descriptor;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SenderTest {
    private static final AddressRange HERE = new AddressRange(0x02_00_00_00_01_00L, 10);
    private static final AddressRange THERE = new AddressRange(0x02_00_00_00_02_00L, 7);
    private static final Stream STREAM = Stream.of(0, 1, HERE, THERE);
    private static final long START = 5_000_000_000L;

    private final ScriptedDevice device = new ScriptedDevice(2);
    private final List<Long> intended = new ArrayList<>();

    SenderTest() {
        device.does((from, frame, nth) -> {
            intended.add(Stamp.intended(device.address(frame) + TestFrame.STAMP));
            device.emit(1, frame);
        });
    }

    @Property(tries = 30)
    void shouldSendEachFrameAtTheFirstTurnThatIsNotBeforeItsTime(
            @ForAll @IntRange(min = 50, max = 3000) int step,
            @ForAll @LongRange(min = 100_000, max = 5_000_000) long rate) {
        ScriptedDevice counting = new ScriptedDevice(2);
        counting.does((from, frame, nth) -> counting.free(frame));
        TrialSpec spec = new TrialSpec(List.of(STREAM), FrameMix.of(64), rate, 200);
        Sender sender = sender(spec);
        long sent = 0;
        for (long now = START; sent < 200; now += step) {
            long due = dueAt(now - START, rate, 200);
            sent += sender.send(counting.line(), now);

            assertThat(sent).isBetween(Math.min(due, 64), due);
            if (due - sent > Sender.BURST) {
                return;
            }
        }
        assertThat(sender.isDone(START)).isTrue();
    }

    @Test
    void shouldCatchUpInBoundedBurstsAndChargeTheFramesWithThePause() throws InterruptedException {
        StepClock clock = new StepClock(100);
        int[] turns = {0};
        List<Integer> bursts = new ArrayList<>();
        device.polls(() -> {
            bursts.add(intended.size() - bursts.stream().mapToInt(i -> i).sum());
            if (turns[0]++ == 500) {
                clock.leap(1_000_000);
            }
        });
        Tester tester = new Tester(TesterConfig.RFC_2544.withQuiet(Duration.ofNanos(50_000)), clock, device.line());

        TrialResult result = tester.run(new TrialSpec(List.of(STREAM), FrameMix.of(64), 1_000_000, 2000));

        assertThat(bursts).allSatisfy(burst -> assertThat(burst).isBetween(0, Sender.BURST));
        assertThat(bursts).contains(Sender.BURST);
        assertThat(result.total().received()).isEqualTo(2000);
        long first = intended.getFirst();
        assertThat(intended.stream().map(each -> each - first))
                .containsExactlyElementsOf(
                        LongStream.range(0, 2000).mapToObj(i -> 1000 * i).toList());
        assertThat(result.latency().getMaxValue()).isGreaterThanOrEqualTo(990_000);
        assertThat(result.senderLateness().getMaxValue()).isGreaterThanOrEqualTo(990_000);
        assertThat(result.latency().getValueAtPercentile(40)).isLessThan(2_000);
    }

    @Test
    void shouldGiveEveryFrameATimeOfItsOwnBeforeAndAfterAStep() {
        TrialSpec spec = TrialSpec.lasting(Duration.ofMillis(1), List.of(STREAM), FrameMix.of(64), 100_000)
                .then(Duration.ofMillis(1), 50_000);
        Pace pace = new Pace(spec, START);

        assertThat(pace.intended(0)).isEqualTo(START);
        assertThat(pace.intended(99)).isEqualTo(START + 990_000);
        assertThat(pace.intended(100)).isEqualTo(START + 1_000_000);
        assertThat(pace.intended(101)).isEqualTo(START + 1_020_000);
        assertThat(pace.intended(149)).isEqualTo(START + 1_980_000);
    }

    @Test
    void shouldGiveEachStreamItsShareAndEachItsOwnMix() {
        Map<Integer, Map<Integer, Integer>> lengths = new HashMap<>();
        device.does((from, frame, nth) -> {
            lengths.computeIfAbsent(Stamp.stream(device.address(frame) + TestFrame.STAMP), any -> new HashMap<>())
                    .merge(Descriptor.length(frame), 1, Integer::sum);
            device.free(frame);
        });
        TrialSpec spec =
                new TrialSpec(List.of(STREAM, STREAM.withShare(2)), FrameMix.IMIX, TrialSpec.BACK_TO_BACK, 3 * 48 * 5);
        Sender sender = sender(spec);
        while (!sender.isDone(START)) {
            sender.send(device.line(), START);
        }

        assertThat(lengths)
                .isEqualTo(Map.of(
                        0, Map.of(60, 28 * 5, 566, 16 * 5, 1514, 4 * 5),
                        1, Map.of(60, 28 * 10, 566, 16 * 10, 1514, 4 * 10)));
    }

    @Test
    void shouldSendNoMoreWhenItIsMuchTooLate() {
        device.room(0);
        Sender sender = new Sender(
                new TrialSpec(List.of(STREAM), FrameMix.of(64), 1000, 1000),
                TesterConfig.RFC_2544.withFullPort(TesterConfig.FullPort.WAIT),
                1,
                2,
                1500,
                START);

        sender.send(device.line(), START);

        assertThat(sender.isDone(START + 2_400_000_000L)).isFalse();
        assertThat(sender.isDone(START + 2_600_000_000L)).isTrue();
    }

    @Test
    void shouldKeepWaitingForADeviceThatTakesFramesNowAndThen() {
        TrialSpec slow = new TrialSpec(List.of(STREAM), FrameMix.of(64), 0.1, 2);
        TesterConfig patient = TesterConfig.RFC_2544.withFullPort(TesterConfig.FullPort.KEEP_WAITING);
        Sender sender = new Sender(slow, patient, 1, 2, ScriptedDevice.MTU, START);
        long second = START + 10_000_000_000L;

        assertThat(sender.send(device.line(), START)).isOne();
        assertThat(sender.isDone(second - 1)).isFalse();
        device.room(0);
        assertThat(sender.send(device.line(), second)).isZero();
        assertThat(sender.isDone(second + 900_000_000)).isFalse();
        assertThat(sender.isDone(second + 1_100_000_000)).isTrue();
    }

    private static Sender sender(TrialSpec spec) {
        return new Sender(spec, TesterConfig.RFC_2544, 1, 2, ScriptedDevice.MTU, START);
    }

    private static long dueAt(long since, long rate, long count) {
        long due = 0;
        while (due < count && (long) (due * (1e9 / rate)) <= since) {
            due++;
        }
        return due;
    }
}
