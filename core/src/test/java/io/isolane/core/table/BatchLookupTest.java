package io.isolane.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that the processor's caches may hold, and one that they do not. */
final class BatchLookupTest {
    private static final int PORTS = 4;
    private static final int BATCH = 256;

    @ParameterizedTest
    @ValueSource(ints = {100, 300_000})
    void shouldFindTheStationsOfABatchWhereEachIsFoundAlone(int capacity) {
        try (Arena arena = Arena.ofConfined()) {
            SplittableRandom random = new SplittableRandom(7);
            MacTable table = new MacTable(arena, capacity, PORTS, random);
            for (int station = 1; station <= capacity; station++) {
                table.learn(MacTable.key(1, station), station % PORTS, 0);
            }
            table.flush(3);
            long[] keys = random.longs(BATCH, 1, 2L * capacity)
                    .map(station -> MacTable.key(1, station))
                    .toArray();
            long[] found = new long[BATCH];
            int[] ports = new int[BATCH];
            table.find(keys, found, BATCH);
            table.ports(found, ports, BATCH);

            for (int i = 0; i < BATCH; i++) {
                assertThat(ports[i]).isEqualTo(table.lookup(keys[i]));
            }
            assertThat(ports).contains(0, 1, 2, MacTable.UNKNOWN).doesNotContain(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 300_000})
    void shouldTouchNothingForAnEmptyBatch(int capacity) {
        try (Arena arena = Arena.ofConfined()) {
            long[] found = {5};
            new MacTable(arena, capacity, PORTS, new SplittableRandom(7)).find(new long[1], found, 0);
            assertThat(found).containsExactly(5);
        }
    }
}
