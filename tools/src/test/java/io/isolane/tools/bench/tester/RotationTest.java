package io.isolane.tools.bench.tester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RotationTest {
    @Test
    void shouldMixWhatHasUnequalWeights() {
        assertThat(order(Rotation.of(28, 16, 4)))
                .startsWith(0, 1, 0, 0, 1, 0, 2, 0, 1, 0, 1, 0)
                .hasSize(48);
    }

    @Test
    void shouldFindTheSmallestRoundThatHoldsTheSharesExactly() {
        assertThat(order(Rotation.of(0.5, 0.5, 0.25))).hasSize(5);
        assertThat(order(Rotation.of(1.0, 1.5))).hasSize(5);
        assertThat(order(Rotation.of(1.0, 0.0, 1.0))).containsExactly(0, 2);
    }

    @Test
    void shouldComeCloseToSharesThatNoRoundHolds() {
        Rotation rotation = Rotation.of(1.0, Math.PI);

        assertThat(rotation.turnsOf(1, 1_000_000) / (double) rotation.turnsOf(0, 1_000_000))
                .isBetween(3.13, 3.15);
    }

    @Test
    void shouldRefuseSharesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rotation.of(0.0, 0.0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rotation.of(1.0, -1.0));
        assertThatIllegalArgumentException().isThrownBy(() -> Rotation.of(1.0, Double.NaN));
    }

    @Property(tries = 200)
    void shouldGiveEachMemberItsTurnsAndNoneMuchTooEarlyOrTooLate(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> chosen) {
        int[] weights = chosen.stream().mapToInt(i -> i).toArray();
        int[] order = order(Rotation.of(weights));
        int total = Arrays.stream(weights).sum();
        for (int member = 0; member < weights.length; member++) {
            int turns = 0;
            for (int turn = 0; turn < total; turn++) {
                turns += order[turn] == member ? 1 : 0;
                double owed = weights[member] * (turn + 1.0) / total;
                assertThat(turns).isBetween((int) Math.floor(owed) - weights.length, (int) Math.ceil(owed) + 1);
            }
            assertThat(turns).isEqualTo(weights[member]);
        }
    }

    @Property(tries = 200)
    void shouldKnowWhichTurnIsTheNthOfAMember(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9) Integer> chosen,
            @ForAll @IntRange(max = 5000) int turns) {
        int[] weights = chosen.stream().mapToInt(i -> i).toArray();
        Rotation rotation = Rotation.of(weights);
        int[] had = new int[weights.length];
        for (int turn = 0; turn < turns; turn++) {
            int member = rotation.at(turn % rotation.length());
            if (turn % 97 == 0) {
                assertThat(rotation.turnOf(member, had[member])).isEqualTo(turn);
            }
            had[member]++;
        }
        for (int member = 0; member < weights.length; member++) {
            assertThat(rotation.turnsOf(member, turns)).isEqualTo(had[member]);
        }
    }

    private static int[] order(Rotation rotation) {
        return IntStream.range(0, rotation.length()).map(rotation::at).toArray();
    }
}
