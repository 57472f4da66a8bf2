package io.isolane.tools.regress.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.tools.regress.changepoint.ChangePoints;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.trend.Series.Point;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final ChangePoints DETECTOR = new ChangePoints(0.01, 1);

    @Test
    void shouldSayWhichWayAStepWentByItsUnit() {
        Trend throughput = trend("ops/us", 40, at -> at < 20 ? 30 : 27);
        Trend time = trend("ns/op", 40, at -> at < 20 ? 30 : 27);

        assertThat(throughput.changes()).singleElement().satisfies(change -> {
            assertThat(change.isWorse()).isTrue();
            assertThat(change.isDrift()).isFalse();
            assertThat(change.to()).isEqualTo(20);
            assertThat(change.effect()).isCloseTo(-0.1, Offset.offset(0.01));
        });
        assertThat(time.changes()).singleElement().matches(change -> !change.isWorse());
    }

    @Test
    void shouldCallASlopeADriftAndNotASeriesOfSteps() {
        Trend trend = trend("ns/op", 60, at -> 100 + at / 2);

        assertThat(trend.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("drift");
            assertThat(change.isWorse()).isTrue();
            assertThat(change.effect()).isCloseTo(100 / 129.5 - 1, Offset.offset(0.02));
        });
        assertThat(trend.stretches()).singleElement().matches(Stretch::isDrift);
    }

    @Test
    void shouldCallAStepAStepEvenIfNoisy() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(Trend.of(series("ns/op", 40, seed, at -> at < 20 ? 100 : 104), DETECTOR, 0.02)
                            .changes())
                    .singleElement()
                    .matches(change -> !change.isDrift());
        }
    }

    @Test
    void shouldTakeSmallChangesForNone() {
        DoubleUnaryOperator level = at -> at < 30 ? 100 : 101.5;

        assertThat(Trend.of(series("ns/op", 60, 1, level), DETECTOR, 0.005).changes())
                .hasSize(1);
        assertThat(Trend.of(series("ns/op", 60, 1, level), DETECTOR, 0.03).changes())
                .isEmpty();
        assertThat(Trend.of(series("ns/op", 60, 1, level), DETECTOR, 0.03).stretches())
                .hasSize(1);
    }

    @Test
    void shouldReportOnlyAChangeForTheWorseThatIsRecentAndWasNotUndone() {
        assertThat(trend("ns/op", 40, at -> at < 33 ? 100 : 110).recentlyWorse(10))
                .isPresent();
        assertThat(trend("ns/op", 40, at -> at < 20 ? 100 : 110).recentlyWorse(10))
                .isEmpty();
        assertThat(trend("ns/op", 40, at -> at < 33 ? 110 : 100).recentlyWorse(10))
                .isEmpty();
        assertThat(trend("ns/op", 40, at -> at >= 28 && at < 34 ? 110 : 100).recentlyWorse(10))
                .isEmpty();
    }

    @Test
    void shouldSayThatASeriesIsTooShort() {
        assertThat(trend("ns/op", 9, at -> at < 5 ? 100 : 200).isLongEnough()).isFalse();
        assertThat(trend("ns/op", 10, at -> at < 5 ? 100 : 200).changes()).hasSize(1);
        assertThat(trend("ns/op", 1, at -> 100).changes()).isEmpty();
    }

    @Test
    void shouldDrawAColumnForEachPointAndABarBeforeANewLevel() {
        Trend trend = trend("ns/op", 20, at -> at < 10 ? 100 : 200);

        assertThat(Sparkline.in(StandardCharsets.UTF_8).of(trend)).hasSize(21).matches("[▁▂]{10}│[▇█]{10}");
        assertThat(Sparkline.in(StandardCharsets.US_ASCII).of(trend)).matches("[_.]{10}\\|[#@]{10}");
    }

    private static Trend trend(String unit, int length, DoubleUnaryOperator level) {
        return Trend.of(series(unit, length, 3, level), DETECTOR, 0.02);
    }

    /** Half a per cent of normal noise. */
    private static Series series(String unit, int length, int seed, DoubleUnaryOperator level) {
        Random random = new Random(seed);
        return new Series(
                Metric.of("a.B.c", Map.of(), Metric.SCORE, unit),
                IntStream.range(0, length)
                        .mapToObj(at ->
                                new Point("r" + at, level.applyAsDouble(at) * (1 + 0.005 * random.nextGaussian())))
                        .toList());
    }
}
