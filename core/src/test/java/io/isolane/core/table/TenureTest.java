package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ports that keep what they have learnt, and what a full table does then. */
class TenureTest {
    private static final int AGE = 300_000;
    private static final int CAPACITY = 10;

    private final Arena arena = Arena.ofAuto();
    private final MacTable table = table(Overflow.EVICT);

    @ParameterizedTest
    @EnumSource(
            names = {"KEPT", "STICKY"},
            value = Tenure.class)
    void shouldKeepASilentStationUntilItsPortGoesDown(Tenure tenure) {
        table.tenure(1, tenure);
        table.learn(7, 1, 0);
        table.learn(8, 2, 0);

        expireAll(10 * AGE);

        assertThat(table.lookup(7)).isEqualTo(1);
        assertThat(table.lookup(8)).isEqualTo(MacTable.UNKNOWN);
        table.flush(1);
        assertThat(table.lookup(7)).isEqualTo(MacTable.UNKNOWN);
    }

    @Test
    void shouldLetAKeptStationMove() {
        table.tenure(1, Tenure.KEPT);
        table.learn(7, 1, 0);

        assertThat(table.learn(7, 2, 10)).isEqualTo(LearnResult.MOVED);
        assertThat(table.lookup(7)).isEqualTo(2);
    }

    @Test
    void shouldNotLetAStickyStationMoveUntilItIsCleared() {
        table.tenure(1, Tenure.STICKY);
        table.learn(7, 1, 0);

        assertThat(table.learn(7, 2, 10)).isEqualTo(LearnResult.HELD_ELSEWHERE);
        assertThat(table.lookup(7)).isEqualTo(1);
        assertThat(table.remove(7)).isTrue();
        assertThat(table.learn(7, 2, 20)).isEqualTo(LearnResult.LEARNT);
    }

    @Test
    void shouldMakeNoRoomAtTheCostOfAPortThatKeepsItsStations() {
        table.tenure(1, Tenure.KEPT);
        for (int station = 1; station <= 6; station++) {
            table.learn(station, 1, station);
        }
        for (int station = 11; station <= 30; station++) {
            table.learn(station, 2, 1000 * station);
        }
        assertThat(table.learn(50, 3, 40_000)).isEqualTo(LearnResult.LEARNT);

        assertThat(table.stations(1)).isEqualTo(6);
        assertThat(table.stations(2)).isEqualTo(3);
        assertThat(table.lookup(50)).isEqualTo(3);
    }

    @Test
    void shouldLearnNobodyWhereAllAreKept() {
        table.tenure(1, Tenure.KEPT);
        for (int station = 1; station <= CAPACITY; station++) {
            table.learn(station, 1, 0);
        }

        assertThat(table.learn(50, 2, 0)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(table.learn(51, 1, 0)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(table.learnt()).isEqualTo(CAPACITY);
    }

    @Test
    void shouldForgetNobodyForANewcomerIfTheTableRefuses() {
        MacTable refusing = table(Overflow.REFUSE);
        for (int station = 1; station <= CAPACITY; station++) {
            refusing.learn(station, 1, 0);
        }

        assertThat(refusing.learn(50, 2, 0)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(refusing.stations(1)).isEqualTo(CAPACITY);
        refusing.flush(1);
        assertThat(refusing.learn(50, 2, 0)).isEqualTo(LearnResult.LEARNT);
    }

    private MacTable table(Overflow overflow) {
        return new MacTable(arena, new TableLimits(CAPACITY, overflow, MoveLimit.NONE), 4, new SplittableRandom(1));
    }

    private void expireAll(int now) {
        table.expire(now, AGE, (int) table.slotCount());
    }
}
