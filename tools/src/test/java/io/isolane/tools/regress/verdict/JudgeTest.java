package io.isolane.tools.regress.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.metric.Samples;
import io.isolane.tools.regress.verdict.Judge.Contest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static final Metric RATE = Metric.of("a.B.rate", Map.of(), Metric.SCORE, "ops/us");
    private static final Metric TIME = Metric.of("a.B.time", Map.of(), Metric.SCORE, "ns/op");
    private static final Metric BYTES = Metric.of("a.B.rate", Map.of(), "gc.alloc.rate.norm", "B/op");
    private static final Judge JUDGE = new Judge(0.03, 0.95);
    private static final int EXPERIMENTS = 2_000;

    @Test
    void shouldCallTheSameCodeDifferentNoMoreOftenThanPromisedUnderHeavyTails() {
        Random random = new Random(1);

        assertThat(callsOfSameCode(() -> Math.exp(0.05 * cauchy(random)))).isLessThanOrEqualTo(mostOf(0.05));
    }

    @Test
    void shouldCallTheSameCodeDifferentNoMoreOftenThanPromisedUnderNormalNoise() {
        Random random = new Random(2);

        assertThat(callsOfSameCode(() -> Math.exp(0.2 * random.nextGaussian()))).isLessThanOrEqualTo(mostOf(0.05));
    }

    @Test
    void shouldExcludeZeroAboutAsOftenAsPromised() {
        Random random = new Random(3);
        Judge hardlyAnyThreshold = new Judge(1e-9, 0.95);
        long calls = IntStream.range(0, EXPERIMENTS)
                .mapToObj(experiment -> hardlyAnyThreshold.paired(
                        samples(RATE, 16, () -> Math.exp(random.nextGaussian())),
                        samples(RATE, 16, () -> Math.exp(random.nextGaussian()))))
                .filter(judgement -> judgement.verdict().isCall())
                .count();

        assertThat((int) calls).isBetween(60, mostOf(0.05));
    }

    @Test
    void shouldHoldTheChanceOfAnyCallAmongManyMetrics() {
        Random random = new Random(4);
        Judge hardlyAnyThreshold = new Judge(1e-9, 0.95);
        long experimentsWithCalls = IntStream.range(0, EXPERIMENTS)
                .filter(experiment -> hardlyAnyThreshold.judge(noise(random, 6)).stream()
                        .anyMatch(judgement -> judgement.verdict().isCall()))
                .count();

        assertThat((int) experimentsWithCalls).isLessThanOrEqualTo(mostOf(0.05));
    }

    @Test
    void shouldFindAPlantedChangeThroughOutliers() {
        Random random = new Random(5);
        long found = IntStream.range(0, 500)
                .mapToObj(experiment -> JUDGE.paired(
                        samples(RATE, 16, () -> withOutliers(random)),
                        samples(RATE, 16, () -> withOutliers(random) / 1.08)))
                .filter(judgement -> judgement.verdict() == Verdict.SLOWER)
                .count();

        assertThat(found).isGreaterThanOrEqualTo(440);
    }

    @Test
    void shouldTakeDirectionsFromUnits() {
        List<Double> low = DoubleStream.iterate(100, value -> value + 0.01)
                .limit(12)
                .boxed()
                .toList();
        List<Double> high = low.stream().map(value -> 1.1 * value).toList();

        assertThat(JUDGE.paired(new Samples(RATE, low), new Samples(RATE, high)).verdict())
                .isEqualTo(Verdict.FASTER);
        assertThat(JUDGE.paired(new Samples(TIME, low), new Samples(TIME, high)).verdict())
                .isEqualTo(Verdict.SLOWER);
        assertThat(JUDGE.paired(new Samples(BYTES, low), new Samples(BYTES, high))
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Test
    void shouldSaySameOnlyIfAChangeIsRuledOut() {
        Random random = new Random(6);
        Judgement quiet = JUDGE.paired(
                samples(RATE, 12, () -> 100 + random.nextGaussian() / 10),
                samples(RATE, 12, () -> 100 + random.nextGaussian() / 10));
        Judgement noisy = JUDGE.paired(
                samples(RATE, 12, () -> 100 * Math.exp(random.nextGaussian() / 3)),
                samples(RATE, 12, () -> 100 * Math.exp(random.nextGaussian() / 3)));

        assertThat(quiet.verdict()).isEqualTo(Verdict.SAME);
        assertThat(noisy.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(noisy.reason()).contains("the noise was larger than the 3 % asked about");
    }

    @Test
    void shouldNotBeSureOfTooFewValues() {
        Judgement judgement = JUDGE.paired(new Samples(RATE, List.of(1.0, 1.0)), new Samples(RATE, List.of(2.0, 2.0)));

        assertThat(judgement.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judgement.reason()).isEqualTo("too few values for a confidence of 95 %");
    }

    @Test
    void shouldTakeHardlyAnyBytesForNone() {
        List<Double> hardlyAny = List.of(0.0, 0.01, 0.002, 0.03, 0.0, 0.01, 0.02, 0.0);
        List<Double> some = hardlyAny.stream().map(bytes -> bytes + 24).toList();

        assertThat(JUDGE.paired(new Samples(BYTES, hardlyAny), new Samples(BYTES, hardlyAny.reversed()))
                        .verdict())
                .isEqualTo(Verdict.SAME);
        assertThat(JUDGE.paired(new Samples(BYTES, hardlyAny), new Samples(BYTES, some))
                        .verdict())
                .isEqualTo(Verdict.SLOWER);
    }

    @Property(tries = 200)
    void shouldMirrorEverythingIfTheSidesAreSwapped(@ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int pairs) {
        Random random = new Random(seed);
        double change = random.nextDouble(0.8, 1.25);
        Samples before = samples(RATE, pairs, () -> Math.exp(0.03 * random.nextGaussian()));
        Samples after = samples(RATE, pairs, () -> change * Math.exp(0.03 * random.nextGaussian()));

        for (boolean isPaired : new boolean[] {true, false}) {
            Judgement forth = judged(before, after, isPaired);
            Judgement back = judged(after, before, isPaired);

            assertThat(back.verdict()).isEqualTo(forth.verdict().swapped());
            assertThat(Math.log1p(back.effect())).isCloseTo(-Math.log1p(forth.effect()), Offset.offset(1e-9));
        }
    }

    @Test
    void shouldRefuseWhatCannotBeCompared() {
        Samples two = new Samples(RATE, List.of(1.0, 2.0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.paired(two, new Samples(TIME, List.of(1.0, 2.0))))
                .withMessageContaining("not the same metric");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JUDGE.paired(two, new Samples(RATE, List.of(1.0))))
                .withMessageContaining("no pairs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metric.of("a.B.c", Map.of(), Metric.SCORE, "furlongs"))
                .withMessageContaining("'furlongs' does not say which way is better");
    }

    private static Judgement judged(Samples before, Samples after, boolean isPaired) {
        return isPaired ? JUDGE.paired(before, after) : JUDGE.unpaired(before, after);
    }

    private static int callsOfSameCode(DoubleSupplier noise) {
        return (int) IntStream.range(0, EXPERIMENTS)
                .mapToObj(experiment -> JUDGE.paired(samples(RATE, 16, noise), samples(RATE, 16, noise)))
                .filter(judgement -> judgement.verdict().isCall())
                .count();
    }

    /** So many calls that a judge who keeps its promise has more with a chance of one in 10,000. */
    private static int mostOf(double promised) {
        return (int) (EXPERIMENTS * promised + 3.7 * Math.sqrt(EXPERIMENTS * promised * (1 - promised)));
    }

    private static List<Contest> noise(Random random, int metrics) {
        return IntStream.range(0, metrics)
                .mapToObj(index -> Metric.of("a.B.m" + index, Map.of(), Metric.SCORE, "ns/op"))
                .map(metric -> new Contest(
                        samples(metric, 12, () -> Math.exp(random.nextGaussian())),
                        samples(metric, 12, () -> Math.exp(random.nextGaussian())),
                        true))
                .toList();
    }

    private static Samples samples(Metric metric, int count, DoubleSupplier values) {
        return new Samples(
                metric, Stream.generate(values::getAsDouble).limit(count).toList());
    }

    private static double withOutliers(Random random) {
        double outlier = random.nextInt(33) == 0 ? random.nextDouble(0.4, 1) : 1;
        return 30 * outlier * Math.exp(0.01 * random.nextGaussian());
    }

    private static double cauchy(Random random) {
        return Math.clamp(Math.tan(Math.PI * (random.nextDouble() - 0.5)), -1_000, 1_000);
    }
}
