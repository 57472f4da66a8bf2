package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full table: who makes room for whom. */
final class EvictionTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int ATTACKER = 2;
    private static final int NEWCOMER = 3;

    private final Arena arena = Arena.ofConfined();
    private final SplittableRandom random = new SplittableRandom(4);
    private int now = Integer.MAX_VALUE - 50_000;

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldShareATableOfTenFairlyWhenAPortSendsSixteenNewStations() {
        MacTable table = table(10);
        hear(table, A, 100, 5);
        hear(table, B, 200, 5);
        hear(table, ATTACKER, 300, 16);
        assertThat(table.learnt()).isEqualTo(10);
        assertThat(new int[] {table.stations(A), table.stations(B), table.stations(ATTACKER)})
                .containsExactly(3, 3, 4);
        assertKnown(table, A, 102, 103, 104);
        assertKnown(table, B, 202, 203, 204);
        assertKnown(table, ATTACKER, 312, 313, 314, 315);
    }

    @Test
    void shouldTakeNothingFromASmallerNeighbour() {
        MacTable table = table(10);
        hear(table, A, 100, 2);
        hear(table, B, 200, 1);
        hear(table, ATTACKER, 300, 1000);
        assertKnown(table, A, 100, 101);
        assertKnown(table, B, 200);
        assertThat(table.stations(ATTACKER)).isEqualTo(7);
        assertKnown(table, ATTACKER, 1299, 1298, 1297, 1296, 1295, 1294, 1293);
    }

    @Test
    void shouldEvictTheStationThatHasBeenSilentLongest() {
        MacTable table = table(3);
        hear(table, A, 100, 3);
        hear(table, A, 100, 1);
        hear(table, B, 200, 1);
        assertKnown(table, A, 100, 102);
        assertThat(table.lookup(101)).isEqualTo(MacTable.UNKNOWN);
    }

    @Test
    void shouldEvictAmongStationsThatAFasterClockStamped() {
        MacTable table = table(3);
        hear(table, A, 100, 3);
        assertThat(table.learn(200, B, now - 100_000)).isEqualTo(LearnResult.LEARNT);
        assertThat(table.learnt()).isEqualTo(3);
    }

    @Test
    void shouldNeverEvictAStaticStationNorCountIt() {
        MacTable table = table(10);
        for (int mac = 1; mac <= 6; mac++) {
            assertThat(table.putStatic(mac, ATTACKER)).isTrue();
        }
        hear(table, ATTACKER, 300, 1000);
        assertThat(table.stations(ATTACKER)).isEqualTo(10);
        assertKnown(table, ATTACKER, 1, 2, 3, 4, 5, 6);
    }

    @Test
    void shouldHaveNoRoomWhereThereIsNobodyToEvict() {
        MacTable table = table(1);
        table.limit(A, 0);
        assertThat(table.learn(100, A, now)).isEqualTo(LearnResult.NO_ROOM);
        assertThat(table.learnt()).isZero();
        hear(table, B, 200, 1);
        assertThat(table.learn(100, A, now)).isEqualTo(LearnResult.NO_ROOM);
        assertKnown(table, B, 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 65_536})
    void shouldKeepNeighboursAndLetNewcomersInDuringAFlood(int capacity) {
        MacTable table = table(capacity);
        hear(table, A, 100, 3);
        flood(table, 2 * capacity);
        for (int mac = 500; mac < 503; mac++) {
            now++;
            assertThat(table.learn(mac, NEWCOMER, now)).isEqualTo(LearnResult.LEARNT);
            flood(table, capacity);
        }
        assertKnown(table, A, 100, 101, 102);
        assertKnown(table, NEWCOMER, 500, 501, 502);
        assertThat(table.learnt()).isEqualTo(capacity);
        assertThat(table.stations(ATTACKER)).isEqualTo(capacity - 6);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 1000, 65_536})
    void shouldKeepProbesShortDuringAFlood(int capacity) {
        MacTable table = table(capacity);
        hear(table, A, 100, 3);
        flood(table, 20 * capacity);
        long probes = 0;
        for (int i = 0; i < 10_000; i++) {
            probes += table.slots().probes(random.nextLong() | 1);
        }
        assertThat(probes / 10_000.0).isLessThan(2);
    }

    /** The port that holds most has so few that most parts of the table have none of them. */
    @ParameterizedTest
    @ValueSource(ints = {0, 30})
    void shouldLetNewcomersInWithinAFewFramesWhenEveryPortHoldsAFew(int ofTheHeaviest) {
        MacTable table = new MacTable(arena, 65_536, 4096, random);
        for (int i = 0; i < 65_536; i++) {
            int port = i < ofTheHeaviest ? 0 : i % 4095;
            assertThat(table.learn(random.nextLong() | 1, port, now)).isEqualTo(LearnResult.LEARNT);
        }
        for (int mac = 1; mac <= 10; mac++) {
            int frames = 1;
            while (table.learn(mac, 4095, now) != LearnResult.LEARNT) {
                frames++;
            }
            assertThat(frames).isLessThan(100);
        }
        assertThat(table.stations(4095)).isEqualTo(10);
    }

    private MacTable table(int capacity) {
        return new MacTable(arena, capacity, 4, random);
    }

    /** Stations {@code first}, {@code first + 1} and so on speak, a second apart. */
    private void hear(MacTable table, int port, long first, int count) {
        for (long mac = first; mac < first + count; mac++) {
            now += 1000;
            assertThat(table.learn(mac, port, now)).isIn(LearnResult.LEARNT, LearnResult.KNOWN);
        }
    }

    private void flood(MacTable table, int frames) {
        for (int i = 0; i < frames; i++) {
            table.learn(random.nextLong() | 1L << 62, ATTACKER, now);
        }
    }

    private static void assertKnown(MacTable table, int port, long... macs) {
        for (long mac : macs) {
            assertThat(table.lookup(mac)).as("port of %d", mac).isEqualTo(port);
        }
    }
}
