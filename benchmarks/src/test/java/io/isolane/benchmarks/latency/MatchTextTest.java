package io.isolane.benchmarks.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.bench.machine.Hiccups;
import io.isolane.tools.bench.rig.DeliveryFaults;
import io.isolane.tools.bench.rig.LatencyResult;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MatchTextTest {
    private static final int FRAMES = 100;

    @Test
    void shouldCompareTurnByTurnWithC() {
        List<String> lines =
                MatchText.lines(List.of(turns(200, 400, 300), turns(200, 400, 600), turns(200, 1_000, 800)));

        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Isolane to C, turn by turn: 50% 0.80 (0.75, 1.50); 99% 0.80 (0.75, 1.50);"));
    }

    @Test
    void shouldSayHowManyRoundTripsTheMedianIs() {
        List<String> lines =
                MatchText.lines(List.of(turns(200, 400, 300), turns(200, 400, 600), turns(200, 1_000, 800)));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("Isolane  "))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Isolane")
                        .contains("0.60 (0.30, 0.80)")
                        .endsWith("6.0 (3.0, 8.0)"));
        assertThat(lines)
                .contains("A cache line to the other processor and back, before each measurement: 100 (100, 100) ns.");
    }

    @Test
    void shouldShowEveryTurnAndHowLateTheThreadsWere() {
        List<String> lines = MatchText.lines(List.of(turns(200, 400, 300)));

        assertThat(lines)
                .filteredOn(line -> line.startsWith("1 "))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).containsPattern(" 1\\.00 +1\\.00 +2\\.00 +2\\.00 +100$"));
    }

    @Test
    void shouldLeaveOutWhatWasNotMeasured() {
        Map<Subject, Turn> turns = turns(200, 400, 300);
        turns.remove(Subject.C);

        assertThat(MatchText.lines(List.of(turns))).noneMatch(line -> line.contains("Isolane to C"));
    }

    @Test
    void shouldSayWhatWentWrong() {
        Map<Subject, Turn> turns = turns(200, 400, 300);
        turns.put(Subject.C, new Turn(result(400, 90, new DeliveryFaults(1, 2, 3, 0)), 4, 100));

        assertThat(MatchText.lines(List.of(turns)))
                .contains(
                        "C: only 90 of 100 frames of a turn could be sent.",
                        "C: in a turn 1 frames were lost, 2 came twice, 3 came late for their order, and 4 were dropped.");
    }

    private static Map<Subject, Turn> turns(long noSwitch, long c, long isolane) {
        Map<Subject, Turn> turns = new EnumMap<>(Subject.class);
        turns.put(Subject.NO_SWITCH, turn(noSwitch));
        turns.put(Subject.C, turn(c));
        turns.put(Subject.ISOLANE, turn(isolane));
        return turns;
    }

    private static Turn turn(long nanos) {
        return new Turn(result(nanos, FRAMES, DeliveryFaults.NONE), 0, 100);
    }

    private static LatencyResult result(long nanos, long sent, DeliveryFaults faults) {
        return new LatencyResult(of(nanos), of(1_000), of(2_000), FRAMES, sent, FRAMES * 1_000, faults);
    }

    private static Histogram of(long nanos) {
        Histogram histogram = Hiccups.newHistogram();
        histogram.recordValueWithCount(nanos, FRAMES);
        return histogram;
    }
}
