package io.isolane.tools.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
    private final long[] ascending = LongStream.range(0, 1000).toArray();

    @Test
    void shouldKeepAllElements() {
        assertThat(Shuffle.of(ascending)).containsExactlyInAnyOrder(ascending);
    }

    @Test
    void shouldLeaveNoStride() {
        long[] shuffled = Shuffle.of(ascending);
        long neighbours = LongStream.range(1, shuffled.length)
                .filter(i -> Math.abs(shuffled[(int) i] - shuffled[(int) i - 1]) == 1)
                .count();

        assertThat(neighbours).isLessThan(10);
    }

    @Test
    void shouldGiveTheSameOrderAgain() {
        assertThat(Shuffle.of(ascending)).isEqualTo(Shuffle.of(ascending));
    }
}
