package io.isolane.core.acl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Wherever the values are cut, spread or crowded, each is found in the piece that a sorted map has it in. */
final class ValueIndexPropertyTest {
    private static final int UNKNOWN = -7;

    private final FrameKey key = new FrameKey();

    @Property(tries = 500)
    void shouldFindWideValues(
            @ForAll long seed, @ForAll @IntRange(max = 300) int cuts, @ForAll @IntRange(max = 63) int free) {
        NavigableMap<Long, Integer> rowFrom = pieces();
        Random random = new Random(seed);
        long corner = random.nextLong();
        for (int i = 0; i < cuts; i++) {
            rowFrom.put(i % 7 == 0 ? random.nextLong() : corner + (random.nextLong() >>> free), 10 + i);
        }
        rowFrom.putIfAbsent(1L, 1);
        WideIndex index = new WideIndex(Lane.whole(Field.DESTINATION_MAC), rowFrom, UNKNOWN);

        LongStream all = rowFrom.keySet().stream().mapToLong(Long::longValue);
        all.flatMap(cut -> LongStream.of(cut - 1, cut, cut + 1, random.nextLong(), ~cut))
                .forEach(value -> {
                    key.read(value, 0, 0, 0);
                    assertThat(index.find(key))
                            .as("%x", value)
                            .isEqualTo(rowFrom.floorEntry(value).getValue());
                });
    }

    @Property(tries = 100)
    void shouldFindNarrowValuesAndThatThereIsNone(@ForAll long seed, @ForAll @IntRange(max = 100) int cuts) {
        NavigableMap<Long, Integer> rowFrom = pieces();
        Random random = new Random(seed);
        for (int i = 0; i < cuts; i++) {
            rowFrom.put((long) random.nextInt(1 << (1 + i % 16)), 10 + i);
        }
        NarrowIndex index = new NarrowIndex(Lane.whole(Field.VLAN), rowFrom, UNKNOWN);

        for (int value = 0; value <= Field.ABSENT; value++) {
            key.read(0, 0, value, 0);
            if (index.find(key) != rowFrom.floorEntry((long) value).getValue()) {
                assertThat(index.find(key))
                        .as("%x", value)
                        .isEqualTo(rowFrom.floorEntry((long) value).getValue());
            }
        }
    }

    private static NavigableMap<Long, Integer> pieces() {
        TreeMap<Long, Integer> rowFrom = new TreeMap<>(Long::compareUnsigned);
        rowFrom.put(0L, 0);
        return rowFrom;
    }
}
