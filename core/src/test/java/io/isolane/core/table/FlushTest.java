package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FlushTest {
    private static final int GENERATIONS = Entry.GENERATION_MASK + 1;
    private static final int CAPACITY = 20_000;

    private final Arena arena = Arena.ofConfined();
    private final MacTable table = new MacTable(arena, CAPACITY, 3, new SplittableRandom(2));

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldForgetAllStationsOfThePortAtOnceAndNoOthers() {
        for (int mac = 1; mac <= 1000; mac++) {
            table.learn(mac, mac % 2, 0);
        }
        table.flush(0);
        for (int mac = 1; mac <= 1000; mac++) {
            assertThat(table.lookup(mac)).isEqualTo(mac % 2 == 0 ? MacTable.UNKNOWN : 1);
        }
        assertThat(table.stations(0)).isZero();
        assertThat(table.stations(1)).isEqualTo(500);
    }

    @Test
    void shouldLearnAgainWhatWasFlushed() {
        table.learn(7, 0, 0);
        table.flush(0);
        assertThat(table.learn(7, 0, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.lookup(7)).isZero();
        table.flush(0);
        assertThat(table.learn(7, 1, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.learnt()).isEqualTo(1);
        assertThat(table.stations(0)).isZero();
        assertThat(table.stations(1)).isEqualTo(1);
    }

    @Test
    void shouldCountWhatIsVoidUntilTheSweepFindsIt() {
        for (int mac = 1; mac <= 100; mac++) {
            table.learn(mac, 0, 0);
        }
        table.flush(0);
        assertThat(table.learnt()).isEqualTo(100);
        assertThat(table.expire(0, 0, (int) table.slotCount())).isEqualTo(100);
        assertThat(table.learnt()).isZero();
    }

    @Test
    void shouldTakeTheRoomOfVoidStationsBeforeAnyoneElses() {
        for (int mac = 1; mac <= CAPACITY; mac++) {
            table.learn(mac, mac % 10 == 0 ? 1 : 0, 0);
        }
        table.flush(0);
        for (int mac = CAPACITY + 1; mac <= CAPACITY + 1000; mac++) {
            assertThat(table.learn(mac, 2, 1)).isEqualTo(LearnResult.LEARNT);
        }
        assertThat(table.stations(1)).isEqualTo(CAPACITY / 10);
        assertThat(table.learnt()).isEqualTo(CAPACITY);
    }

    @Test
    void shouldNotBringAStationBackWhenGenerationsWrap() {
        int known = 0;
        table.learn(7, 0, 0);
        for (int flush = 1; flush <= 3 * GENERATIONS; flush++) {
            table.flush(0);
            known += table.lookup(7) == MacTable.UNKNOWN && table.stations(0) == 0 ? 0 : 1;
        }
        assertThat(known).isZero();
        assertThat(table.learnt()).isZero();
    }

    @Test
    void shouldNotBringBackStationsOfAnyGeneration() {
        int mac = 1;
        for (int flush = 0; flush < 2 * GENERATIONS; flush++) {
            if (flush % 997 == 0) {
                assertThat(table.learn(mac, 0, 0)).isEqualTo(LearnResult.LEARNT);
                mac++;
            }
            table.flush(0);
            if ((flush + 1) % GENERATIONS % 9970 == 0) {
                assertThat(IntStream.range(1, mac).filter(each -> table.lookup(each) != MacTable.UNKNOWN))
                        .isEmpty();
            }
        }
        assertThat(table.learn(7, 0, 0)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.stations(0)).isEqualTo(1);
    }
}
