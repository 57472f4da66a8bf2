package io.isolane.core.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpscRingTest {
    private final Arena arena = Arena.ofConfined();
    private final SpscRing ring = new SpscRing(arena, 4);
    private final long[] polled = new long[8];

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldBeEmptyAtTheStart() {
        assertThat(ring.poll(polled, 8)).isZero();
        assertThat(ring.size()).isZero();
        assertThat(ring.capacity()).isEqualTo(4);
        assertThat(ring.room(1)).isEqualTo(4);
    }

    @Test
    void shouldReturnItemsInTheOrderTheyCame() {
        assertThat(ring.offer(7)).isTrue();
        assertThat(ring.offer(new long[] {0, 8, -9}, 1, 2)).isEqualTo(2);
        assertThat(ring.size()).isEqualTo(3);
        assertThat(ring.poll(polled, 8)).isEqualTo(3);
        assertThat(polled).startsWith(7, 8, -9);
    }

    @Test
    void shouldRefuseWhatIsOneTooMany() {
        for (int i = 0; i < 4; i++) {
            assertThat(ring.offer(i)).isTrue();
        }
        assertThat(ring.offer(4)).isFalse();
        assertThat(ring.offer(new long[] {5, 6}, 0, 2)).isZero();
        assertThat(ring.size()).isEqualTo(4);
        assertThat(ring.poll(polled, 8)).isEqualTo(4);
        assertThat(polled).startsWith(0, 1, 2, 3);
    }

    @Test
    void shouldTakeThatPartOfABatchWhichFits() {
        ring.offer(1);
        assertThat(ring.offer(new long[] {2, 3, 4, 5, 6}, 0, 5)).isEqualTo(3);
        assertThat(ring.poll(polled, 8)).isEqualTo(4);
        assertThat(polled).startsWith(1, 2, 3, 4);
    }

    @Test
    void shouldTakeOutNoMoreThanAsked() {
        ring.offer(new long[] {1, 2, 3, 4}, 0, 4);
        assertThat(ring.poll(polled, 3)).isEqualTo(3);
        assertThat(polled).containsExactly(1, 2, 3, 0, 0, 0, 0, 0);
        assertThat(ring.poll(polled, 3)).isEqualTo(1);
        assertThat(polled[0]).isEqualTo(4);
    }

    @Test
    void shouldDoNothingForAnEmptyBatch() {
        assertThat(ring.offer(new long[0], 0, 0)).isZero();
        assertThat(ring.poll(polled, 0)).isZero();
        assertThat(ring.size()).isZero();
    }

    @Test
    void shouldGoRoundAndRound() {
        for (long item = 0; item < 1000; item += 3) {
            assertThat(ring.offer(new long[] {item, item + 1, item + 2}, 0, 3)).isEqualTo(3);
            assertThat(ring.poll(polled, 8)).isEqualTo(3);
            assertThat(polled).startsWith(item, item + 1, item + 2);
        }
    }

    @Test
    void shouldSayHowManyFit() {
        ring.offer(new long[] {1, 2, 3}, 0, 3);
        assertThat(ring.room(4)).isEqualTo(1);
        ring.poll(polled, 2);
        assertThat(ring.room(3)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 3, 1000, 1 << 25})
    void shouldRefuseACapacityThatIsNoPowerOfTwoInRange(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpscRing(arena, capacity))
                .withMessageContaining("power of two");
    }
}
