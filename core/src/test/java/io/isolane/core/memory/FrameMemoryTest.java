package io.isolane.core.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.foreign.Arena;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FrameMemoryTest {
    private static final int SMALL = 40;
    private static final int LARGE = 3;

    private final Arena arena = Arena.ofConfined();
    private final FrameMemory memory = FrameMemory.allocate(arena, SMALL, LARGE);
    private final long start = memory.segment().address();
    private final long end = start + FrameMemory.bytesFor(SMALL, LARGE);

    @AfterEach
    void free() {
        arena.close();
    }

    @Test
    void shouldGiveEverySlotBytesOfItsOwnInsideTheMemory() {
        TreeMap<Long, Long> ends = new TreeMap<>();
        for (long slot : slots().toArray()) {
            ends.put(memory.slotAddress(slot), memory.frameAddress(slot | Descriptor.SHIFTED) + memory.capacity(slot));
        }
        assertThat(ends).hasSize(SMALL + LARGE);
        long free = start + 4096;
        for (var slot : ends.entrySet()) {
            assertThat(slot.getKey()).isGreaterThanOrEqualTo(free);
            free = slot.getValue();
        }
        assertThat(free).isLessThanOrEqualTo(end);
    }

    @Test
    void shouldKeepEverySmallSlotInsideItsOwnStride() {
        for (int index = 0; index < SMALL; index++) {
            long slot = Descriptor.of(memory.unitOf(SlotClass.SMALL, index), 0);
            long stride = start + 4096 + index * 2048L;
            assertThat(memory.slotAddress(slot)).isGreaterThanOrEqualTo(stride);
            assertThat(memory.frameAddress(slot | Descriptor.SHIFTED) + memory.capacity(slot))
                    .isLessThanOrEqualTo(stride + 2048);
        }
    }

    @Test
    void shouldCallUsualWhatNamesASmallSlotAndHasNoOtherHolder() {
        int past = (int) ((end - start) / FrameLayout.UNIT) + 100;
        for (int unit = 0; unit < past; unit++) {
            for (int length : new int[] {0, 60, 1600, 1601, Descriptor.LENGTH_MASK}) {
                long slot = Descriptor.of(unit, length);
                boolean isSmall = memory.contains(slot) && memory.classOf(unit) == SlotClass.SMALL;
                assertThat(areUsual(slot)).as("unit %d, %d bytes", unit, length).isEqualTo(isSmall);
                assertThat(areUsual(Descriptor.withTag(slot, 0xffff))).isEqualTo(isSmall);
                assertThat(areUsual(slot | Descriptor.SHARED)).isFalse();
                assertThat(areUsual(slot | Descriptor.INNER_TAG)).isFalse();
            }
        }
        assertThat(areUsual(Descriptor.of((1 << 26) - 1, 60))).isFalse();
    }

    @Test
    void shouldDoubtAWholeBatchForOneDescriptorInIt() {
        long[] batch = slots().limit(SMALL)
                .map(slot -> Descriptor.withLength(slot, 60))
                .toArray();
        assertThat(memory.areUsual(batch, SMALL)).isTrue();
        for (int place = 0; place < SMALL; place++) {
            long[] doubtful = batch.clone();
            doubtful[place]++;
            assertThat(memory.areUsual(doubtful, SMALL)).as("place %d", place).isFalse();
            assertThat(memory.areUsual(doubtful, place)).isTrue();
        }
    }

    private boolean areUsual(long descriptor) {
        return memory.areUsual(new long[] {descriptor}, 1);
    }

    @Test
    void shouldStaggerTheStartsOfSmallSlots() {
        Set<Long> offsets = IntStream.range(0, SMALL)
                .mapToObj(index -> (long) memory.unitOf(SlotClass.SMALL, index) * FrameLayout.UNIT % 2048)
                .collect(Collectors.toSet());
        assertThat(offsets).containsExactlyInAnyOrder(0L, 64L, 128L, 192L, 256L, 320L);
    }

    @Test
    void shouldContainEverySlotUpToItsCapacity() {
        assertThat(slots()).allSatisfy(slot -> {
            int capacity = memory.capacity(slot);
            assertThat(memory.contains(Descriptor.withLength(slot, 0))).isTrue();
            assertThat(memory.contains(Descriptor.withLength(slot, capacity))).isTrue();
            assertThat(memory.contains(Descriptor.withLength(slot, capacity + 1)))
                    .isFalse();
        });
    }

    @Test
    void shouldContainNothingThatIsNoSlot() {
        Set<Integer> units = slots().mapToObj(Descriptor::unit).collect(Collectors.toSet());
        int past = (int) ((end - start) / FrameLayout.UNIT) + 10_000;
        for (int unit = 0; unit < past; unit++) {
            assertThat(memory.contains(Descriptor.of(unit, 60)))
                    .as("unit %d", unit)
                    .isEqualTo(units.contains(unit));
        }
        assertThat(memory.contains(Descriptor.of((1 << 26) - 1, 60))).isFalse();
        assertThat(memory.contains(Descriptor.NONE)).isFalse();
    }

    @Test
    void shouldFindHeaderAndFrameWhereTheLayoutDrawsThem() {
        long slot = Descriptor.of(memory.unitOf(SlotClass.SMALL, 7), 60);
        assertThat(memory.virtioHeaderAddress(slot)).isEqualTo(memory.slotAddress(slot) + FrameLayout.VIRTIO_HEADER);
        assertThat(memory.frameAddress(slot)).isEqualTo(memory.slotAddress(slot) + FrameLayout.FRAME);
        assertThat(memory.frameAddress(slot | Descriptor.SHIFTED))
                .isEqualTo(memory.slotAddress(slot) + FrameLayout.FRAME_SHIFTED);
    }

    @Test
    void shouldHoldAnOrdinaryFrameInASmallSlotAndASuperFrameInALargeOne() {
        assertThat(SlotClass.SMALL.capacity())
                .isEqualTo(FrameLayout.SMALL_CAPACITY)
                .isGreaterThan(1522);
        assertThat(SlotClass.LARGE.capacity()).isGreaterThan(65_535 + 22).isLessThan(Descriptor.LENGTH_MASK);
        assertThat(SlotClass.of(FrameLayout.SMALL_CAPACITY)).isEqualTo(SlotClass.SMALL);
        assertThat(SlotClass.of(FrameLayout.SMALL_CAPACITY + 1)).isEqualTo(SlotClass.LARGE);
    }

    @Test
    void shouldNameTheLastSlotOfFourGibibytes() {
        int most = (int) (((1L << 32) - 4096) / 2048);
        assertThat(FrameMemory.bytesFor(most, 0)).isEqualTo(1L << 32);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FrameMemory.bytesFor(most + 1, 0))
                .withMessageContaining("use fewer slots");
    }

    @Test
    void shouldRefuseMemoryThatCannotBeCut() {
        assertThatIllegalArgumentException().isThrownBy(() -> FrameMemory.bytesFor(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> FrameMemory.bytesFor(1, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameMemory(memory.segment(), SMALL + 1, LARGE))
                .withMessageContaining("give it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FrameMemory(memory.segment().asSlice(64), SMALL - 1, LARGE))
                .withMessageContaining("page");
    }

    @Test
    void shouldHandTheSlotOfASharedFrameToItsLastHolder() {
        long frame = Descriptor.of(memory.unitOf(SlotClass.LARGE, 1), 60) | Descriptor.SHARED;
        memory.share(frame, 3);
        assertThat(Stream.generate(() -> memory.unshare(frame)).limit(3)).containsExactly(false, false, true);
    }

    private LongStream slots() {
        return LongStream.concat(
                IntStream.range(0, SMALL).mapToLong(i -> Descriptor.of(memory.unitOf(SlotClass.SMALL, i), 60)),
                IntStream.range(0, LARGE).mapToLong(i -> Descriptor.of(memory.unitOf(SlotClass.LARGE, i), 60)));
    }
}
