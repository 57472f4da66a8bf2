package io.isolane.tools.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TrialResultTest {
    private static final List<Stream> STREAMS = List.of(Stream.of(0, 1, AddressRange.of(1), AddressRange.of(2)));

    @Test
    void shouldTakeALoadForOfferedIfTheTesterCaughtUpAfterAPause() {
        TrialResult result = result(1_000, 1_000, 1.005);

        assertThat(result.isOffered()).isTrue();
        assertThat(result.lossRatioOfLoad()).isZero();
    }

    @Test
    void shouldNotTakeAPauseAtTheEndForALoadThatIsTooHigh() {
        Histogram latency = new Histogram(3);
        latency.recordValueWithCount(1_000, 900);
        latency.recordValueWithCount(500_000_000, 100);

        assertThat(result(second(1_000), 1_000, 1.5, latency).isOffered()).isTrue();
    }

    @Test
    void shouldCountWhatIsMissingOfALoadThatTheTesterFellBehindAsLost() {
        TrialResult result = result(1_000, 900, 2);

        assertThat(result.isOffered()).isFalse();
        assertThat(result.lossRatio()).isCloseTo(0.1, within(1e-9));
        assertThat(result.lossRatioOfLoad()).isCloseTo(0.55, within(1e-9));
    }

    @Test
    void shouldNotTakeALoadThatTheTesterGaveUpForOffered() {
        Histogram none = new Histogram(3);
        StreamResult stream = new StreamResult(1_000, 700, 700, 700, 0, 0, 0);
        TrialResult gaveUp = new TrialResult(second(1_000), List.of(stream), 0.7, 0.7, 0, none, none, none, 300, 0);
        TrialResult refused = new TrialResult(second(1_000), List.of(stream), 1, 1, 0, none, none, none, 0, 0);

        assertThat(gaveUp.isOffered()).isFalse();
        assertThat(refused.isOffered()).isTrue();
    }

    @Test
    void shouldAskNothingOfATrialWithoutGaps() {
        TrialSpec spec = new TrialSpec(STREAMS, FrameMix.of(64), TrialSpec.BACK_TO_BACK, 1_000);

        assertThat(result(spec, 1_000, 3).isOffered()).isTrue();
    }

    /** Of a tester that falls behind evenly, if it takes longer than a second. */
    private static TrialResult result(int frames, long received, double sendSeconds) {
        return result(second(frames), received, sendSeconds);
    }

    private static TrialResult result(TrialSpec spec, long received, double sendSeconds) {
        Histogram latency = new Histogram(3);
        for (int percent = 1; percent <= 100; percent++) {
            latency.recordValue(Math.round(Math.max(0, sendSeconds - 1) * percent * 1e7));
        }
        return result(spec, received, sendSeconds, latency);
    }

    private static TrialResult result(TrialSpec spec, long received, double sendSeconds, Histogram latency) {
        Histogram none = new Histogram(3);
        StreamResult stream = new StreamResult(spec.count(), spec.count(), spec.count(), received, 0, 0, 0);
        return new TrialResult(spec, List.of(stream), sendSeconds, sendSeconds, 0, latency, none, none, 0);
    }

    private static TrialSpec second(int frames) {
        return TrialSpec.lasting(Duration.ofSeconds(1), STREAMS, FrameMix.of(64), frames);
    }
}
