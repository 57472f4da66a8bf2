package io.isolane.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FramePoolTest {
    private static final int SMALL = 150;
    private static final int LARGE = 9;
    private static final int LONG_FRAME = 9000;

    private final Arena arena = Arena.ofConfined();
    private final FrameMemory memory = FrameMemory.allocate(arena, SMALL, LARGE);
    private final FramePool pool = new FramePool(memory);
    private final FrameCache cache = pool.newCache();

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldHaveEverySlotFreeAtTheStart() {
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SMALL);
        assertThat(pool.available(SlotClass.LARGE)).isEqualTo(LARGE);
    }

    @Test
    void shouldHaveEverySlotFreeInMemoryThatWasUsedBefore() {
        RawMemory.fill(memory.segment().address(), memory.segment().byteSize(), (byte) 0xa5);
        FramePool again = new FramePool(memory);
        assertThat(again.available(SlotClass.SMALL)).isEqualTo(SMALL);
        assertThat(again.available(SlotClass.LARGE)).isEqualTo(LARGE);
        try (FrameCache fresh = again.newCache()) {
            assertThat(allocateAll(fresh, 60)).hasSize(SMALL);
        }
    }

    @Test
    void shouldGiveEachSlotOnceAndThenNoFrame() {
        Set<Long> frames = allocateAll(cache, 60);
        assertThat(frames).hasSize(SMALL).allMatch(memory::contains);
        assertThat(cache.allocate(60)).isEqualTo(Descriptor.NONE);
        assertThat(allocateAll(cache, LONG_FRAME)).hasSize(LARGE).allMatch(memory::contains);
        assertThat(cache.allocate(LONG_FRAME)).isEqualTo(Descriptor.NONE);
    }

    @Test
    void shouldChooseTheClassByLength() {
        assertThat(memory.capacity(cache.allocate(0))).isEqualTo(SlotClass.SMALL.capacity());
        assertThat(memory.capacity(cache.allocate(SlotClass.SMALL.capacity()))).isEqualTo(SlotClass.SMALL.capacity());
        assertThat(memory.capacity(cache.allocate(SlotClass.SMALL.capacity() + 1)))
                .isEqualTo(SlotClass.LARGE.capacity());
        assertThat(Descriptor.length(cache.allocate(SlotClass.LARGE.capacity())))
                .isEqualTo(SlotClass.LARGE.capacity());
    }

    @Test
    void shouldHaveNoFrameOfALengthThatFitsNoSlot() {
        assertThat(cache.allocate(SlotClass.LARGE.capacity() + 1)).isEqualTo(Descriptor.NONE);
        assertThat(cache.allocate(Integer.MAX_VALUE)).isEqualTo(Descriptor.NONE);
    }

    @Test
    void shouldAllocateTheSlotThatWasFreedLast() {
        long first = cache.allocate(60);
        long second = cache.allocate(60);
        cache.free(first);
        cache.free(second);
        assertThat(cache.allocate(60)).isEqualTo(second);
        assertThat(cache.allocate(60)).isEqualTo(first);
    }

    @Test
    void shouldGiveEverySlotBackWhenItsCacheCloses() {
        long[] frames =
                allocateAll(cache, 60).stream().mapToLong(Long::longValue).toArray();
        cache.free(frames, 0, 100);
        cache.free(frames, 100, SMALL);
        cache.free(cache.allocate(LONG_FRAME));
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SMALL);
        assertThat(pool.available(SlotClass.LARGE)).isEqualTo(LARGE);
        assertThat(allocateAll(pool.newCache(), 60)).hasSize(SMALL);
    }

    @Test
    void shouldLetOneCacheAllocateWhatAnotherFrees() {
        FrameCache other = pool.newCache();
        for (int i = 1; i <= 10 * SMALL; i++) {
            long frame = cache.allocate(60);
            assertThat(frame).isNotEqualTo(Descriptor.NONE);
            other.free(frame);
            if (i % 100 == 0) {
                other.close();
            }
        }
        cache.close();
        assertThat(pool.available(SlotClass.SMALL)).isEqualTo(SMALL);
    }

    @Test
    void shouldSpillWhatACacheDoesNotHold() {
        try (Arena larger = Arena.ofConfined()) {
            FramePool many = new FramePool(FrameMemory.allocate(larger, 1000, 1));
            FrameCache consumer = many.newCache();
            try (FrameCache producer = many.newCache()) {
                allocateAll(producer, 60).forEach(consumer::free);
            }
            assertThat(many.available(SlotClass.SMALL)).isBetween(1000 - 8 * 64, 999);
            consumer.close();
            assertThat(many.available(SlotClass.SMALL)).isEqualTo(1000);
        }
    }

    @Test
    void shouldFreeASharedFrameWithItsLastHolder() {
        long frame = cache.allocate(60) | Descriptor.SHARED;
        memory.share(frame, 3);
        cache.free(frame);
        cache.free(frame);
        assertThat(allocateAll(cache, 60)).hasSize(SMALL - 1).doesNotContain(frame & ~Descriptor.SHARED);
        cache.free(frame);
        assertThat(cache.allocate(60)).isEqualTo(frame & ~Descriptor.SHARED);
    }

    private static Set<Long> allocateAll(FrameCache from, int length) {
        Set<Long> frames = new HashSet<>();
        for (long frame = from.allocate(length); frame != Descriptor.NONE; frame = from.allocate(length)) {
            assertThat(frames.add(frame)).isTrue();
        }
        return frames;
    }
}
