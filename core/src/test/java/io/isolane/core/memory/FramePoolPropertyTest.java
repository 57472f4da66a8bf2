package io.isolane.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever three threads' caches do, taken in turns: nothing is handed out twice, and all of it is there afterwards. */
final class FramePoolPropertyTest {
    private static final int SMALL = 200;
    private static final int LARGE = 10;

    @Property(tries = 300)
    void shouldHaveEverySlotBackAfterAnySequence(
            @ForAll @Size(min = 1, max = 300) List<@IntRange(max = 6) Integer> steps,
            @ForAll @IntRange(min = 1, max = 90) int burst) {
        try (Arena arena = Arena.ofConfined()) {
            FramePool pool = new FramePool(FrameMemory.allocate(arena, SMALL, LARGE));
            Holders holders = new Holders(pool, burst);
            steps.forEach(holders::step);
            holders.close();
            assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SMALL);
            assertThat(pool.available(SlotClass.LARGE)).isEqualTo(LARGE);
        }
    }

    private static final class Holders {
        private final FramePool pool;
        private final FrameCache[] caches;
        private final Deque<Long> held = new ArrayDeque<>();
        private final Set<Integer> unitsHeld = new HashSet<>();
        private final int burst;
        private int turn;

        Holders(FramePool pool, int burst) {
            this.pool = pool;
            this.caches = new FrameCache[] {pool.newCache(), pool.newCache(), pool.newCache()};
            this.burst = burst;
        }

        void step(int kind) {
            FrameCache cache = caches[turn++ % caches.length];
            switch (kind) {
                case 0, 1 -> repeat(() -> take(cache, 64, 1));
                case 2 -> take(cache, 20_000, 1);
                case 3 -> take(cache, 64, 3);
                case 4 -> repeat(() -> giveUp(cache));
                case 5 -> giveUpTogether(cache);
                default -> cache.close();
            }
        }

        private void take(FrameCache cache, int length, int holders) {
            long frame = cache.allocate(length);
            if (frame == Descriptor.NONE) {
                return;
            }
            assertThat(pool.memory().contains(frame)).isTrue();
            assertThat(unitsHeld.add(Descriptor.unit(frame))).isTrue();
            if (holders == 1) {
                held.add(frame);
                return;
            }
            pool.memory().share(frame, holders);
            for (int i = 0; i < holders; i++) {
                held.add(frame | Descriptor.SHARED);
            }
        }

        private void giveUp(FrameCache cache) {
            if (!held.isEmpty()) {
                long frame = held.remove();
                if (!held.contains(frame)) {
                    unitsHeld.remove(Descriptor.unit(frame));
                }
                cache.free(frame);
            }
        }

        private void giveUpTogether(FrameCache cache) {
            long[] frames = new long[Math.min(burst, held.size()) + 2];
            for (int i = 1; i < frames.length - 1; i++) {
                frames[i] = held.remove();
            }
            held.forEach(frame -> assertThat(unitsHeld).contains(Descriptor.unit(frame)));
            cache.free(frames, 1, frames.length - 1);
            unitsHeld.clear();
            held.forEach(frame -> unitsHeld.add(Descriptor.unit(frame)));
        }

        private void repeat(Runnable action) {
            for (int i = 0; i < burst; i++) {
                action.run();
            }
        }

        void close() {
            while (!held.isEmpty()) {
                giveUp(caches[held.size() % caches.length]);
            }
            for (FrameCache cache : caches) {
                cache.close();
            }
        }
    }
}
