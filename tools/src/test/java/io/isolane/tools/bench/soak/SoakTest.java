package io.isolane.tools.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Soaks of devices whose loss is known. */
class SoakTest {
    private static final double TARGET = 1e-7;
    private static final double MIN = 10_000;
    private static final double MAX = 10_000_000;
    private static final double RATE = 3_000_000;
    private static final double SPREAD = 20_000;
    private static final int TRIALS = 40;
    private static final double SECONDS = 5;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @ParameterizedTest
    @EnumSource
    void shouldEncloseTheCriticalLoadOfADeviceThatLosesOneByOne(Shape shape) {
        Soak soak = soak(load -> poisson(Math.exp(shape.logLossRate(load, RATE, SPREAD)) * SECONDS));

        double critical = shape.criticalLoad(TARGET, RATE, SPREAD);
        assertThat(critical).isBetween(soak.estimate().low(), soak.estimate().high());
        assertThat(soak.estimate().deviation()).isLessThan(0.05 * critical);
    }

    @Test
    void shouldEncloseTheCriticalLoadOfADeviceThatLosesInBursts() {
        Soak soak = soak(load -> {
            double bursts = poisson(Math.exp(Shape.STRETCH.logLossRate(load, RATE, SPREAD)) * SECONDS / 10);
            return bursts * 10;
        });

        double critical = Shape.STRETCH.criticalLoad(TARGET, RATE, SPREAD);
        assertThat(critical).isBetween(soak.estimate().low(), soak.estimate().high());
    }

    @ParameterizedTest
    @ValueSource(doubles = {20_000, 300_000, 9_000_000})
    void shouldFindADeviceThatLosesNothingUntilItsLimit(double rate) {
        Soak soak = soak(load -> Math.max(0, load - rate) * SECONDS);

        assertThat(soak.estimate().mean()).isBetween(rate * 0.9, rate * 1.01);
        assertThat(soak.estimate().low()).isLessThan(soak.estimate().high());
    }

    @Test
    void shouldSpendMostTrialsNearTheCriticalLoad() {
        Soak soak = soak(load -> poisson(Math.exp(Shape.ERF.logLossRate(load, RATE, SPREAD)) * SECONDS));

        double critical = Shape.ERF.criticalLoad(TARGET, RATE, SPREAD);
        assertThat(soak.samples())
                .filteredOn(sample -> Math.abs(sample.load() / critical - 1) < 0.1)
                .hasSizeGreaterThan(TRIALS / 2);
    }

    @Test
    void shouldBecomeSurerWithEveryTrialInTheEnd() {
        Soak soak = new Soak(TARGET, MIN, MAX, 1);
        DoubleUnaryOperator device = load -> poisson(Math.exp(Shape.ERF.logLossRate(load, RATE, SPREAD)) * SECONDS);
        run(soak, device, 10);
        double early = soak.estimate().high() - soak.estimate().low();
        run(soak, device, 30);

        assertThat(soak.estimate().high() - soak.estimate().low()).isLessThan(early);
    }

    @Test
    void shouldStayInsideItsLimitsWhereADeviceLosesEverythingOrNothing() {
        assertThat(soak(load -> load * SECONDS).samples()).allMatch(sample -> sample.load() >= MIN);
        assertThat(soak(load -> 0).samples()).allMatch(sample -> sample.load() <= MAX);
    }

    @Test
    void shouldGiveTheSameEstimateForTheSameTrialsAndSeed() {
        DoubleUnaryOperator device = load -> Math.max(0, load - RATE) * SECONDS;

        assertThat(soak(device).estimate()).isEqualTo(soak(device).estimate());
    }

    @Test
    void shouldRefuseWhatCannotBeSought() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Soak(0, MIN, MAX, 1))
                .withMessageContaining("between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Soak(TARGET, MAX, MIN, 1));
    }

    private static Soak soak(DoubleUnaryOperator lossesOf) {
        Soak soak = new Soak(TARGET, MIN, MAX, 1);
        run(soak, lossesOf, TRIALS);
        return soak;
    }

    private static void run(Soak soak, DoubleUnaryOperator lossesOf, int trials) {
        for (int trial = 0; trial < trials; trial++) {
            double load = soak.nextLoad();
            soak.add(new Sample(load, SECONDS, Math.round(lossesOf.applyAsDouble(load))));
        }
    }

    private double poisson(double mean) {
        if (mean > 50) {
            return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        int count = 0;
        for (double product = random.nextDouble(); product > Math.exp(-mean); product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
