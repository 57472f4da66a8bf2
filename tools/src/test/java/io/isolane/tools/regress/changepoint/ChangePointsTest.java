package io.isolane.tools.regress.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {
    private static final ChangePoints CHANGES = new ChangePoints(0.01, 1);

    @ParameterizedTest
    @CsvSource({"40, 20, 0.03", "40, 20, -0.03", "12, 6, 0.06", "60, 55, 0.05", "60, 5, 0.05", "30, 27, 0.08"})
    void shouldFindAPlantedChangeWhereItIs(int length, int at, double shift) {
        assertThat(CHANGES.in(noisy(length, 7, index -> index < at ? 100 : 100 * (1 + shift))))
                .singleElement()
                .is(within(1, at));
    }

    @Test
    void shouldFindEveryLevelOfSeveral() {
        List<Integer> found = CHANGES.in(noisy(100, 3, index -> index < 30 ? 100 : index < 60 ? 106 : 97));

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).is(within(1, 30));
        assertThat(found.get(1)).is(within(1, 60));
    }

    @Test
    void shouldFindAChangeThatWasUndone() {
        assertThat(CHANGES.in(noisy(60, 11, index -> index >= 30 && index < 36 ? 93 : 100)))
                .containsExactly(30, 36);
    }

    @Test
    void shouldCutHardlyAnySequenceWithoutChange() {
        long cut = IntStream.range(0, 300)
                .filter(seed -> !CHANGES.in(noisy(40, seed, index -> 100)).isEmpty())
                .count();

        assertThat(cut)
                .as("1 % is 3 of 300; more than 9 would be chance once in 1,000")
                .isLessThanOrEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldNotTakeOutliersForLevels(int seed) {
        assertThat(CHANGES.in(withOutliers(noisy(60, seed, index -> 100)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldFindAChangeAmongOutliersManyTimesItsSize(int seed) {
        assertThat(CHANGES.in(withOutliers(noisy(60, seed, index -> index < 40 ? 100 : 105))))
                .singleElement()
                .is(within(1, 40));
    }

    @Test
    void shouldCutADriftIntoRisingLevels() {
        assertThat(CHANGES.in(noisy(80, 5, index -> 100 + index / 4.0))).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void shouldFindNothingInValuesThatAreAllEqual() {
        assertThat(CHANGES.in(Collections.nCopies(50, 24.0))).isEmpty();
    }

    @Test
    void shouldFindAChangeOfValuesWithoutNoise() {
        assertThat(CHANGES.in(IntStream.range(0, 30)
                        .mapToObj(index -> index < 20 ? 0.0 : 16.0)
                        .toList()))
                .containsExactly(20);
    }

    @Test
    void shouldAnswerAlikeEachTimeAndHardlyDependOnTheSeed() {
        List<Double> values = noisy(60, 21, index -> index < 33 ? 100 : 103);

        assertThat(CHANGES.in(values)).isEqualTo(CHANGES.in(values)).isEqualTo(new ChangePoints(0.01, 99).in(values));
    }

    @Test
    void shouldSayHowManyValuesItNeedsAndFindNothingInFewer() {
        assertThat(CHANGES.fewest()).isEqualTo(10);
        assertThat(new ChangePoints(0.05, 1).fewest()).isEqualTo(8);
        assertThat(CHANGES.in(List.of(1.0, 1.1, 1.2, 1.3, 9.0, 9.1, 9.2, 9.3, 9.4)))
                .isEmpty();
        assertThat(CHANGES.in(List.of())).isEmpty();
    }

    @Test
    void shouldRefuseASignificanceThatShufflesCannotTest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangePoints(0, 1))
                .withMessageContaining("0.0001 to 0.2");
    }

    private static Condition<Integer> within(int distance, int place) {
        return new Condition<>(found -> Math.abs(found - place) <= distance, "within %d of %d", distance, place);
    }

    /** One per cent of normal noise upon a level. */
    private static List<Double> noisy(int length, int seed, DoubleUnaryOperator level) {
        Random random = new Random(seed);
        return IntStream.range(0, length)
                .mapToObj(index -> level.applyAsDouble(index) * (1 + 0.01 * random.nextGaussian()))
                .toList();
    }

    /** Every ninth value doubled, from the fifth on. */
    private static List<Double> withOutliers(List<Double> values) {
        return IntStream.range(0, values.size())
                .mapToObj(index -> values.get(index) * (index % 9 == 4 ? 2 : 1))
                .toList();
    }
}
