package io.isolane.core.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Slots cut from one segment, and the arithmetic between a descriptor and an address.
 *
 * <pre>
 *   0        4096                    4096 + small x 2 KiB          + large x 72 KiB
 *  +--------+-----------------------+-----------------------------+
 *  | depots | small slots, coloured | large slots                 |
 *  +--------+-----------------------+-----------------------------+
 * </pre>
 *
 * <p>Immutable; any thread. The slots themselves belong to whoever owns their frames.
 */
public final class FrameMemory {
    /** Alignment in bytes of the segment: a huge page, so that the kernel may back it with some. */
    public static final long ALIGNMENT = 2 << 20;

    private static final int HEADER = 4096;
    private static final long LIMIT = 1L << 32;
    private static final int HEADER_UNITS = HEADER / FrameLayout.UNIT;
    private static final int SMALL_UNITS = SlotClass.SMALL.stride() / FrameLayout.UNIT;
    private static final int SMALL_UNITS_SHIFT = Integer.numberOfTrailingZeros(SMALL_UNITS);
    private static final long UNUSUAL = Descriptor.SHARED | Descriptor.INNER_TAG;
    private static final int LARGE_UNITS = SlotClass.LARGE.stride() / FrameLayout.UNIT;

    private final MemorySegment segment;
    private final long base;
    private final int smallSlots;
    private final int largeSlots;
    private final int largeStart;

    /**
     * Cuts {@code segment} into slots.
     *
     * @throws IllegalArgumentException if it is too short, not page-aligned, or past the 4 GiB that a descriptor can name
     */
    public FrameMemory(MemorySegment segment, int smallSlots, int largeSlots) {
        long needed = bytesFor(smallSlots, largeSlots);
        if (segment.byteSize() < needed) {
            throw new IllegalArgumentException("frame memory of " + segment.byteSize() + " bytes cannot hold "
                    + smallSlots + " small and " + largeSlots + " large slots: give it " + needed);
        }
        if (segment.address() % HEADER != 0) {
            throw new IllegalArgumentException(
                    "frame memory must start on a page, not at 0x" + Long.toHexString(segment.address()));
        }
        this.segment = segment;
        this.base = segment.address();
        this.smallSlots = smallSlots;
        this.largeSlots = largeSlots;
        this.largeStart = HEADER_UNITS + smallSlots * SMALL_UNITS;
    }

    /** Memory for the given numbers of slots, which lives as long as {@code arena}. */
    public static FrameMemory allocate(Arena arena, int smallSlots, int largeSlots) {
        return new FrameMemory(arena.allocate(bytesFor(smallSlots, largeSlots), ALIGNMENT), smallSlots, largeSlots);
    }

    /**
     * Bytes that the given numbers of slots take.
     *
     * @throws IllegalArgumentException if a number is not positive, or together they pass 4 GiB
     */
    public static long bytesFor(int smallSlots, int largeSlots) {
        if (smallSlots <= 0 || largeSlots < 0) {
            throw new IllegalArgumentException(
                    "frame memory needs a positive number of small slots and no negative number of"
                            + " large ones, not " + smallSlots + " and " + largeSlots);
        }
        long bytes =
                HEADER + (long) smallSlots * SlotClass.SMALL.stride() + (long) largeSlots * SlotClass.LARGE.stride();
        if (bytes > LIMIT) {
            throw new IllegalArgumentException(smallSlots + " small and " + largeSlots + " large slots take " + bytes
                    + " bytes; a descriptor addresses " + LIMIT + ": use fewer slots");
        }
        return bytes;
    }

    public MemorySegment segment() {
        return segment;
    }

    /** The number of slots of a class. */
    public int slots(SlotClass slotClass) {
        return slotClass == SlotClass.SMALL ? smallSlots : largeSlots;
    }

    /** Absolute address of the frame's first byte, that of the destination address. */
    public long frameAddress(long descriptor) {
        return RawMemory.base(base) + Descriptor.frameOffset(descriptor);
    }

    /** Absolute address of the slot's coloured start. */
    public long slotAddress(long descriptor) {
        return slotAddress(Descriptor.unit(descriptor));
    }

    long slotAddress(int unit) {
        return RawMemory.base(base) + ((long) unit << FrameLayout.UNIT_SHIFT);
    }

    /** Absolute address of the slot's virtio-net header, meaningful with {@link Descriptor#OFFLOAD}. */
    public long virtioHeaderAddress(long descriptor) {
        return slotAddress(descriptor) + FrameLayout.VIRTIO_HEADER;
    }

    /** The longest frame in bytes that fits the slot of {@code descriptor}. */
    public int capacity(long descriptor) {
        return classOf(Descriptor.unit(descriptor)).capacity();
    }

    /** Says that {@code holders} descriptors of this frame are about to exist; its owner calls it before the first leaves. */
    public void share(long descriptor, int holders) {
        RawMemory.putInt(slotAddress(descriptor) + FrameLayout.SHARES, holders);
    }

    /** Gives up one descriptor of a shared frame; true for the last, whose holder owns the slot again. */
    boolean unshare(long descriptor) {
        return RawMemory.getAndAddInt(slotAddress(descriptor) + FrameLayout.SHARES, -1) == 1;
    }

    /** True if {@code descriptor} names a slot of this memory and a length inside it: the check at the border of ownership. */
    public boolean contains(long descriptor) {
        int unit = Descriptor.unit(descriptor);
        if (unit >= largeStart) {
            return (unit - largeStart) % LARGE_UNITS == 0
                    && (unit - largeStart) / LARGE_UNITS < largeSlots
                    && Descriptor.length(descriptor) <= SlotClass.LARGE.capacity();
        }
        int fromFirst = unit - HEADER_UNITS;
        return fromFirst >= 0
                && (fromFirst & SMALL_UNITS - 1) == FrameLayout.colour(fromFirst >>> SMALL_UNITS_SHIFT)
                && Descriptor.length(descriptor) <= FrameLayout.SMALL_CAPACITY;
    }

    /**
     * True if each of {@code descriptors[0..count)} names a small slot of this memory, a length inside it, and no other holder: {@link #contains} for
     * the usual batch, in a loop without decisions, which the compiler makes one of vector instructions.
     */
    public boolean areUsual(long[] descriptors, int count) {
        long doubts = 0;
        long lastUnit = (long) largeStart - 1;
        for (int i = 0; i < count; i++) {
            long descriptor = descriptors[i];
            long unit = Descriptor.unitField(descriptor);
            long fromFirst = unit - HEADER_UNITS;
            long colour = ((fromFirst >>> SMALL_UNITS_SHIFT & 7) * FrameLayout.COLOURS) >>> 3;
            long spare = FrameLayout.SMALL_CAPACITY - Descriptor.lengthField(descriptor);
            long misplaced = (fromFirst & SMALL_UNITS - 1) ^ colour;
            doubts |= misplaced | ((fromFirst | lastUnit - unit | spare) >>> 63) | (descriptor & UNUSUAL);
        }
        return doubts == 0;
    }

    SlotClass classOf(int unit) {
        return unit < largeStart ? SlotClass.SMALL : SlotClass.LARGE;
    }

    int unitOf(SlotClass slotClass, int index) {
        return slotClass == SlotClass.SMALL ? smallUnit(index) : largeStart + index * LARGE_UNITS;
    }

    private static int smallUnit(int index) {
        return HEADER_UNITS + index * SMALL_UNITS + FrameLayout.colour(index);
    }
}
