package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the search for a station goes in a table as full as it may be. */
final class ProbesTest {
    private static final int STATIONS = 65_536;
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldStayShortForSequentialAddresses(long seed) {
        assertThat(averageProbes(seed, i -> MacTable.key(1, 0x0200_0000_0000L + i)))
                .isLessThanOrEqualTo(1.12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldStayShortForRandomAddresses(long seed) {
        assertThat(averageProbes(seed, i -> MacTable.key(1, (i * STEP) >>> 16))).isLessThanOrEqualTo(1.12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldStayShortForSixteenAddressesInEachOfManyVlans(long seed) {
        assertThat(averageProbes(seed, i -> MacTable.key((int) (i >>> 4), 0x0200_0000_0000L + (i & 15))))
                .isLessThanOrEqualTo(1.12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldStayShortForAddressesThatDifferInHighBitsOnly(long seed) {
        assertThat(averageProbes(seed, i -> MacTable.key(1, i << 24 | 1))).isLessThanOrEqualTo(1.12);
    }

    private static double averageProbes(long seed, LongUnaryOperator keys) {
        try (Arena arena = Arena.ofConfined()) {
            MacTable table = new MacTable(arena, STATIONS, 1, new SplittableRandom(seed));
            for (int i = 0; i < STATIONS; i++) {
                table.learn(keys.applyAsLong(i), 0, 0);
            }
            assertThat(table.stations(0)).isEqualTo(STATIONS);
            assertThat(table.slotCount()).isEqualTo(8L * STATIONS);
            long probes = 0;
            for (int i = 0; i < STATIONS; i++) {
                probes += table.slots().probes(keys.applyAsLong(i));
            }
            return (double) probes / STATIONS;
        }
    }
}
