package io.isolane.tools.regress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Critical values are those printed in tables of both tests for 5 %, both ends together. */
final class RankSumsTest {
    @ParameterizedTest
    @CsvSource({"6, 0", "7, 2", "8, 3", "9, 5", "10, 8", "12, 13", "15, 25", "16, 29", "20, 52", "25, 89"})
    void shouldHaveTheCriticalValuesOfWilcoxonsTables(int pairs, int critical) {
        double[] chances = RankSums.signed(pairs);

        assertThat(2 * upTo(critical, chances)).isLessThanOrEqualTo(0.05);
        assertThat(2 * upTo(critical + 1, chances)).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 0", "5, 5, 2", "6, 6, 5", "7, 7, 8", "8, 8, 13", "5, 10, 8", "10, 10, 23", "20, 20, 127"})
    void shouldHaveTheCriticalValuesOfMannAndWhitneysTables(int one, int other, int critical) {
        double[] chances = RankSums.ofTwo(one, other);

        assertThat(2 * upTo(critical, chances)).isLessThanOrEqualTo(0.05);
        assertThat(2 * upTo(critical + 1, chances)).isGreaterThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 11})
    void shouldCountEveryPatternOfSigns(int pairs) {
        double[] counted = new double[pairs * (pairs + 1) / 2 + 1];
        for (int signs = 0; signs < 1 << pairs; signs++) {
            int sum = 0;
            for (int rank = 1; rank <= pairs; rank++) {
                sum += (signs >> (rank - 1) & 1) * rank;
            }
            counted[sum] += 1.0 / (1 << pairs);
        }

        assertThat(RankSums.signed(pairs)).containsExactly(counted, Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 4", "5, 2", "6, 6"})
    void shouldCountEveryArrangementOfTwoSamples(int one, int other) {
        double[] counted = new double[one * other + 1];
        for (int taken = 0; taken < 1 << (one + other); taken++) {
            if (Integer.bitCount(taken) == one) {
                counted[couplesAbove(taken, one + other)]++;
            }
        }
        double arrangements = Arrays.stream(counted).sum();

        assertThat(RankSums.ofTwo(one, other))
                .containsExactly(
                        Arrays.stream(counted)
                                .map(count -> count / arrangements)
                                .toArray(),
                        Offset.offset(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "20, 300"})
    void shouldSumToOneWhereThereAreMany(int one, int other) {
        assertThat(Arrays.stream(RankSums.ofTwo(one, other)).sum()).isCloseTo(1, Offset.offset(1e-12));
        assertThat(Arrays.stream(RankSums.ofTwo(one, other)).min().orElseThrow())
                .isPositive();
    }

    private static double upTo(int sum, double[] chances) {
        return Arrays.stream(chances, 0, sum + 1).sum();
    }

    private static int couplesAbove(int taken, int size) {
        int couples = 0;
        int below = 0;
        for (int place = 0; place < size; place++) {
            boolean isFirst = (taken >> place & 1) == 1;
            couples += isFirst ? below : 0;
            below += isFirst ? 0 : 1;
        }
        return couples;
    }
}
