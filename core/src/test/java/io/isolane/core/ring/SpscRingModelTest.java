package io.isolane.core.ring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A ring beside an {@link ArrayDeque} that refuses what exceeds the ring's capacity. */
final class SpscRingModelTest {
    static final int MOST = 20;

    private final long[] batch = new long[MOST];
    private long next;

    /** Positive steps offer a batch of that many, negative ones poll as many, zero offers one item. */
    @Property
    void shouldDoWhatABoundedQueueDoes(
            @ForAll @IntRange(min = 1, max = 4) int log2,
            @ForAll List<@IntRange(min = -MOST, max = MOST) Integer> steps) {
        try (Arena arena = Arena.ofConfined()) {
            SpscRing ring = new SpscRing(arena, 1 << log2);
            Queue<Long> model = new ArrayDeque<>();
            for (int step : steps) {
                if (step > 0) {
                    offerBatch(ring, model, step);
                } else if (step < 0) {
                    poll(ring, model, -step);
                } else {
                    offerOne(ring, model);
                }
                assertThat(ring.size()).isEqualTo(model.size());
                assertThat(ring.room(ring.capacity())).isEqualTo(ring.capacity() - model.size());
            }
        }
    }

    private void offerOne(SpscRing ring, Queue<Long> model) {
        boolean fits = model.size() < ring.capacity();
        assertThat(ring.offer(next)).isEqualTo(fits);
        if (fits) {
            model.add(next++);
        }
    }

    private void offerBatch(SpscRing ring, Queue<Long> model, int count) {
        for (int i = 0; i < count; i++) {
            batch[i] = next + i;
        }
        int accepted = Math.min(count, ring.capacity() - model.size());
        assertThat(ring.offer(batch, 0, count)).isEqualTo(accepted);
        for (int i = 0; i < accepted; i++) {
            model.add(next++);
        }
    }

    private void poll(SpscRing ring, Queue<Long> model, int max) {
        int expected = Math.min(max, model.size());
        assertThat(ring.poll(batch, max)).isEqualTo(expected);
        for (int i = 0; i < expected; i++) {
            assertThat(batch[i]).isEqualTo(model.remove());
        }
    }
}
