package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Stations that move: the last is kept, and those that move too often are pinned to where they were. */
class MovesTest {
    private static final int WINDOW = 10_240;
    private static final long KEY = MacTable.key(3, 0x02_00_00_00_00_0aL);

    private final Arena arena = Arena.ofAuto();
    private final MacTable table = table(new MoveLimit(2, WINDOW));

    @Test
    void shouldKeepTheLastMove() {
        assertThat(table.lastMove(0)).isEmpty();
        table.learn(KEY, 1, 0);
        assertThat(table.lastMove(0)).isEmpty();
        table.learn(KEY, 2, 100);
        table.learn(KEY, 3, 350);

        assertThat(table.lastMove(1000)).isEqualTo(Optional.of(new Sighting(3, 0x02_00_00_00_00_0aL, 2, 3, 650, 2)));
    }

    @Test
    void shouldKnowTheAgeOfAMoveOfManyWeeksAgo() {
        table.learn(KEY, 1, 0);
        table.learn(KEY, 2, 0);
        long week = 7L * 24 * 3600 * 1000;

        for (int weeks = 1; weeks <= 20; weeks++) {
            table.expire((int) (weeks * week), 0, 1);
        }

        assertThat(table.lastMove((int) (20 * week)).orElseThrow().age()).isEqualTo(20 * week);
    }

    @Test
    void shouldPinAStationThatMovesTooOftenToWhereItWas() {
        table.learn(KEY, 1, 0);
        assertThat(table.learn(KEY, 2, 1000)).isEqualTo(LearnResult.MOVED);
        assertThat(table.learn(KEY, 3, 1100)).isEqualTo(LearnResult.MOVED);

        assertThat(table.learn(KEY, 2, 1200)).isEqualTo(LearnResult.PINNED_ELSEWHERE);

        assertThat(table.lookup(KEY)).isEqualTo(1);
        assertThat(table.stations(1)).isEqualTo(1);
        assertThat(table.stations(3)).isZero();
        assertThat(table.learn(KEY, 2, WINDOW)).isEqualTo(LearnResult.PINNED_ELSEWHERE);
        assertThat(table.learn(KEY, 1, WINDOW)).isEqualTo(LearnResult.KNOWN);
        assertThat(table.learn(KEY, 2, 1200 + WINDOW)).isEqualTo(LearnResult.MOVED);
    }

    @Test
    void shouldPinAStationToItsOwnPortWhenItReclaimsItOnceTooOften() {
        table.learn(KEY, 1, 0);
        table.learn(KEY, 2, 0);
        table.learn(KEY, 3, 0);

        assertThat(table.learn(KEY, 1, 0)).isEqualTo(LearnResult.MOVED);
        assertThat(table.learn(KEY, 2, 0)).isEqualTo(LearnResult.PINNED_ELSEWHERE);
    }

    @Test
    void shouldPinAStationToWhereItIsIfItsPortHasBeenDown() {
        table.learn(KEY, 1, 0);
        table.learn(KEY, 2, 0);
        table.learn(KEY, 3, 0);
        table.flush(1);

        assertThat(table.learn(KEY, 2, 0)).isEqualTo(LearnResult.PINNED_ELSEWHERE);
        assertThat(table.lookup(KEY)).isEqualTo(3);
        table.flush(3);
        assertThat(table.learn(KEY, 2, 0)).isEqualTo(LearnResult.LEARNT);
    }

    @Test
    void shouldPinNobodyWhoMovesSeldom() {
        table.learn(KEY, 0, 0);
        for (int move = 1; move < 100; move++) {
            assertThat(table.learn(KEY, move % 3, move * WINDOW / 2)).isEqualTo(LearnResult.MOVED);
        }
    }

    @Test
    void shouldRememberEveryRestlessStation() {
        int many = 90;
        for (int station = 1; station <= many; station++) {
            table.learn(station, 1, 0);
            table.learn(station, 2, 0);
            table.learn(station, 3, 0);
        }
        for (int station = 1; station <= many; station++) {
            assertThat(table.learn(station, 2, 5)).isEqualTo(LearnResult.PINNED_ELSEWHERE);
            assertThat(table.lookup(station)).isEqualTo(1);
        }
    }

    @Test
    void shouldKeepTheLastRefusal() {
        table.learn(KEY, 1, 0);
        table.noteRefusal(KEY, 2, 70);
        table.noteRefusal(KEY + 1, 2, 80);

        assertThat(table.lastRefusal(100))
                .isEqualTo(Optional.of(new Sighting(3, 0x02_00_00_00_00_0bL, MacTable.UNKNOWN, 2, 20, 2)));
    }

    @Test
    void shouldRefuseALimitThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoveLimit(0, 1000))
                .withMessageContaining("0 moves");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoveLimit(256, 1000))
                .withMessageContaining("255");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MoveLimit(1, 999))
                .withMessageContaining("999 ms");
    }

    private MacTable table(MoveLimit moves) {
        return new MacTable(arena, new TableLimits(100, Overflow.EVICT, moves), 4, new SplittableRandom(1));
    }
}
