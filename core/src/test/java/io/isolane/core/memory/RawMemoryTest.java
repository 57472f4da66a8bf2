package io.isolane.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeProperty;

final class RawMemoryTest {
    private static final Arena ARENA = Arena.ofShared();
    private static final long MEMORY = ARENA.allocate(64, 64).address();

    @AfterContainer
    static void free() {
        ARENA.close();
    }

    @BeforeProperty
    void clear() {
        RawMemory.fill(MEMORY, 64, (byte) 0);
    }

    @Property
    void shouldReadBackWhatWasWrittenAtAnyAddress(@ForAll long value, @ForAll @IntRange(max = 8) int offset) {
        long address = MEMORY + offset;
        RawMemory.putLong(address, value);
        assertThat(RawMemory.getLong(address)).isEqualTo(value);
        RawMemory.putInt(address, (int) value);
        assertThat(RawMemory.getInt(address)).isEqualTo((int) value);
        RawMemory.putShort(address, (short) value);
        assertThat(RawMemory.getShort(address)).isEqualTo((short) value);
        RawMemory.putByte(address, (byte) value);
        assertThat(RawMemory.getByte(address)).isEqualTo((byte) value);
    }

    @Property
    void shouldPutTheLeastSignificantByteFirst(@ForAll long value) {
        RawMemory.putLong(MEMORY, value);
        assertThat(RawMemory.getByte(MEMORY)).isEqualTo((byte) value);
        assertThat(RawMemory.getShort(MEMORY)).isEqualTo((short) value);
        assertThat(RawMemory.getInt(MEMORY)).isEqualTo((int) value);
        assertThat(RawMemory.getByte(MEMORY + 7)).isEqualTo((byte) (value >>> 56));
    }

    @Property
    void shouldPutTheMostSignificantByteFirstInNetworkOrder(@ForAll long value) {
        RawMemory.putLongBigEndian(MEMORY + 1, value);
        assertThat(RawMemory.getByte(MEMORY + 1)).isEqualTo((byte) (value >>> 56));
        assertThat(RawMemory.getShortBigEndian(MEMORY + 1)).isEqualTo((short) (value >>> 48));
        assertThat(RawMemory.getIntBigEndian(MEMORY + 1)).isEqualTo((int) (value >>> 32));
        assertThat(RawMemory.getLongBigEndian(MEMORY + 1)).isEqualTo(value);
        RawMemory.putIntBigEndian(MEMORY + 1, (int) value);
        RawMemory.putShortBigEndian(MEMORY + 5, (short) value);
        assertThat(RawMemory.getByte(MEMORY + 4)).isEqualTo((byte) value);
        assertThat(RawMemory.getByte(MEMORY + 6)).isEqualTo((byte) value);
    }

    @Property
    void shouldWriteNothingBesideTheValue(@ForAll long value) {
        RawMemory.fill(MEMORY, 64, (byte) 0x5a);
        RawMemory.putLong(MEMORY + 8, value);
        RawMemory.putInt(MEMORY + 17, (int) value);
        RawMemory.putShort(MEMORY + 22, (short) value);
        RawMemory.putByte(MEMORY + 25, (byte) value);
        for (int untouched : new int[] {7, 16, 21, 24, 26}) {
            assertThat(RawMemory.getByte(MEMORY + untouched)).isEqualTo((byte) 0x5a);
        }
    }

    @Property
    void shouldCopyBetweenPlacesThatOverlap(
            @ForAll byte[] bytes, @ForAll @IntRange(max = 16) int from, @ForAll @IntRange(max = 16) int to) {
        byte[] fitting = Arrays.copyOf(bytes, Math.min(bytes.length, 48));
        RawMemory.put(MEMORY + from, fitting);
        RawMemory.copy(MEMORY + from, MEMORY + to, fitting.length);
        assertThat(RawMemory.get(MEMORY + to, fitting.length)).isEqualTo(fitting);
    }

    @Property
    void shouldCopyAPartOfAnArrayThereAndBack(
            @ForAll @Size(6) long[] items, @ForAll @IntRange(max = 3) int from, @ForAll @IntRange(max = 3) int count) {
        RawMemory.fill(MEMORY, 64, (byte) 0x5a);
        RawMemory.put(MEMORY + 8, items, from, count);
        long[] back = new long[6];
        RawMemory.get(MEMORY + 8, back, from, count);
        for (int i = 0; i < back.length; i++) {
            boolean isCopied = i >= from && i < from + count;
            assertThat(back[i]).isEqualTo(isCopied ? items[i] : 0);
        }
        assertThat(RawMemory.getByte(MEMORY + 7)).isEqualTo((byte) 0x5a);
        assertThat(RawMemory.getByte(MEMORY + 8 + 8L * count)).isEqualTo((byte) 0x5a);
    }

    @Property
    void shouldFillNoMoreThanAsked(@ForAll @IntRange(max = 16) int from, @ForAll @IntRange(max = 40) int length) {
        RawMemory.fill(MEMORY, 64, (byte) 0);
        RawMemory.fill(MEMORY + from, length, (byte) 1);
        int filled = 0;
        for (byte each : RawMemory.get(MEMORY, 64)) {
            filled += each;
        }
        assertThat(filled).isEqualTo(length);
        assertThat(RawMemory.getByte(MEMORY + from + length)).isZero();
    }

    @Property
    void shouldChangeAWordInOneStepOnlyFromTheExpectedValue(@ForAll long before, @ForAll long after) {
        RawMemory.putLongVolatile(MEMORY, before);
        assertThat(RawMemory.compareAndSetLong(MEMORY, ~before, after)).isFalse();
        assertThat(RawMemory.getLongVolatile(MEMORY)).isEqualTo(before);
        assertThat(RawMemory.compareAndSetLong(MEMORY, before, after)).isTrue();
        assertThat(RawMemory.getLongAcquire(MEMORY)).isEqualTo(after);
        assertThat(RawMemory.getAndAddLong(MEMORY, before)).isEqualTo(after);
        assertThat(RawMemory.getLong(MEMORY)).isEqualTo(after + before);
        RawMemory.putLongRelease(MEMORY, before);
        assertThat(RawMemory.getLong(MEMORY)).isEqualTo(before);
    }

    @Property
    void shouldChangeHalfAWordInOneStepAndLeaveTheOther(@ForAll int before, @ForAll int after) {
        RawMemory.putLong(MEMORY, 0);
        RawMemory.putIntRelease(MEMORY + 4, before);
        assertThat(RawMemory.compareAndSetInt(MEMORY + 4, ~before, after)).isFalse();
        assertThat(RawMemory.compareAndSetInt(MEMORY + 4, before, after)).isTrue();
        assertThat(RawMemory.getAndAddInt(MEMORY + 4, before)).isEqualTo(after);
        assertThat(RawMemory.getIntAcquire(MEMORY + 4)).isEqualTo(after + before);
        assertThat(RawMemory.getInt(MEMORY)).isZero();
    }
}
