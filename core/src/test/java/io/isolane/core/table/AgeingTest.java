package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AgeingTest {
    private static final int MAX_AGE = 300_000;

    private final Arena arena = Arena.ofConfined();
    private final MacTable table = new MacTable(arena, 100, 2, new SplittableRandom(3));

    @AfterEach
    void free() {
        arena.close();
    }

    /** Starts on both sides of where a clock of 32 bits wraps. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 100_000, -100_000})
    void shouldForgetAStationThatHasBeenSilentForTheAgeingTime(int start) {
        table.learn(7, 1, start);
        assertThat(sweep(start + MAX_AGE - 1)).isZero();
        assertThat(table.lookup(7)).isEqualTo(1);
        assertThat(sweep(start + MAX_AGE + Entry.STAMP_LAG)).isEqualTo(1);
        assertThat(table.lookup(7)).isEqualTo(MacTable.UNKNOWN);
        assertThat(table.stations(1)).isZero();
        assertThat(table.learnt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE - 500_000, -500_000})
    void shouldKeepAStationThatSpeaks(int start) {
        for (int elapsed = 0; elapsed < 1_000_000; elapsed += 299_999) {
            table.learn(7, 1, start + elapsed);
            sweep(start + elapsed + 299_998);
            assertThat(table.lookup(7)).isEqualTo(1);
        }
    }

    @Test
    void shouldNotForgetAStationThatSpeaksOftenWhenTheAgeingTimeIsShort() {
        for (int now = 0; now < 20_000; now += 10) {
            table.learn(7, 1, now);
            assertThat(table.expire(now, 1000, (int) table.slotCount())).isZero();
        }
    }

    @Test
    void shouldAgeFromTheMove() {
        table.learn(7, 0, 0);
        table.learn(7, 1, MAX_AGE);
        sweep(2 * MAX_AGE - 1);
        assertThat(table.lookup(7)).isEqualTo(1);
    }

    @Test
    void shouldNotTakeForOldWhatAFasterClockStamped() {
        table.learn(7, 1, 1000);
        assertThat(sweep(0)).isZero();
    }

    @Test
    void shouldForgetNobodyWhenNothingAges() {
        table.learn(7, 1, 0);
        assertThat(table.expire(Integer.MAX_VALUE, 0, (int) table.slotCount())).isZero();
        assertThat(table.lookup(7)).isEqualTo(1);
    }

    @Test
    void shouldSweepTheWholeTableInSlices() {
        for (int mac = 1; mac <= 100; mac++) {
            table.learn(mac, 1, 0);
        }
        int freed = 0;
        for (int slice = 0; slice < table.slotCount() / 16; slice++) {
            freed += table.expire(2 * MAX_AGE, MAX_AGE, 16);
        }
        assertThat(freed).isEqualTo(100);
    }

    private int sweep(int now) {
        return table.expire(now, MAX_AGE, (int) table.slotCount());
    }
}
