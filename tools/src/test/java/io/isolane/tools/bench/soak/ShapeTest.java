package io.isolane.tools.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShapeTest {
    private static final double RATE = 1_000_000;
    private static final double SPREAD = 50_000;

    @ParameterizedTest
    @EnumSource
    void shouldLoseAllThatIsFarAboveTheRate(Shape shape) {
        assertThat(Math.exp(shape.logLossRate(3 * RATE, RATE, SPREAD))).isCloseTo(2 * RATE, withinPercentage(0.001));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNothingAtNoLoad(Shape shape) {
        assertThat(shape.logLossRate(0, RATE, SPREAD)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Math.exp(shape.logLossRate(1, RATE, RATE))).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        // spread * (log(1 + e^x) - log(1 + e^x0)), by another program
        "STRETCH, 1000000, 34657.3588",
        "STRETCH, 900000, 6346.4001",
        "STRETCH, 500000, 2.2698",
        // spread * (ierfc(-x) - ierfc(-x0)) / 2
        "ERF, 1000000, 14104.7396",
        "ERF, 900000, 24.4506",
        "ERF, 1100000, 100024.4506"
    })
    void shouldHaveTheValuesOfItsFormula(Shape shape, double load, double lossRate) {
        assertThat(Math.exp(shape.logLossRate(load, RATE, SPREAD))).isCloseTo(lossRate, withinPercentage(0.01));
    }

    @ParameterizedTest
    @EnumSource
    void shouldGrowWithTheLoadWithoutAJump(Shape shape) {
        double before = Double.NEGATIVE_INFINITY;
        double slope = Double.NEGATIVE_INFINITY;
        for (double load = 1_000; load < 2 * RATE; load += 100) {
            double loss = shape.logLossRate(load, RATE, 4_000);
            assertThat(loss).isGreaterThan(before);
            slope = loss - before;
            before = loss;
        }
        assertThat(slope).isCloseTo(100 / RATE, offset(1e-5));
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindTheLoadThatLosesAGivenShare(Shape shape) {
        for (double lossRatio : new double[] {1e-7, 1e-5, 1e-3, 0.5}) {
            double load = shape.criticalLoad(lossRatio, RATE, SPREAD);

            assertThat(Math.exp(shape.logLossRate(load, RATE, SPREAD)) / load)
                    .isCloseTo(lossRatio, withinPercentage(0.01));
        }
    }
}
