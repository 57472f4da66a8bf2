package io.isolane.core.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Loads and stores at absolute addresses: one segment that spans all memory, in a static final field so that the compiler
 * folds its bounds away.
 *
 * <p>Nothing is checked here. An address is validated once, where it enters from another owner. Plain accesses may be
 * unaligned; those with a memory order in their name need natural alignment. Any thread.
 */
public final class RawMemory {
    @SuppressWarnings("restricted") // the one segment without bounds; everything else is cut from checked ones
    private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final long USER_SPACE = (1L << 56) - 1;
    private static final long ANYWHERE = (1L << 62) - 1;

    private static final VarHandle INT_ORDERED = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle LONG_ORDERED = ValueLayout.JAVA_LONG.varHandle();

    private RawMemory() {}

    /**
     * The address itself, in words that tell the compiler that it is one: what user space can have ends below 2^56. Where it is the base of
     * offsets that are masked, no access needs a check of its bounds.
     */
    public static long base(long address) {
        return address & USER_SPACE;
    }

    /** Below 2^62 whatever it is, so that no bounds of {@link #ALL} need be compared; nothing to do where the compiler knows. */
    private static long at(long address) {
        return address & ANYWHERE;
    }

    /** Zeroed memory that lives as long as {@code arena}; {@code alignment} is a power of two, in bytes. */
    public static MemorySegment allocate(Arena arena, long bytes, long alignment) {
        return arena.allocate(bytes, alignment);
    }

    public static byte getByte(long address) {
        return ALL.get(ValueLayout.JAVA_BYTE, at(address));
    }

    public static void putByte(long address, byte value) {
        ALL.set(ValueLayout.JAVA_BYTE, at(address), value);
    }

    /** The 16 bits at {@code address}, least significant byte first. */
    public static short getShort(long address) {
        return ALL.get(SHORT, at(address));
    }

    public static void putShort(long address, short value) {
        ALL.set(SHORT, at(address), value);
    }

    /** The 32 bits at {@code address}, least significant byte first. */
    public static int getInt(long address) {
        return ALL.get(INT, at(address));
    }

    public static void putInt(long address, int value) {
        ALL.set(INT, at(address), value);
    }

    /** The 64 bits at {@code address}, least significant byte first. */
    public static long getLong(long address) {
        return ALL.get(LONG, at(address));
    }

    public static void putLong(long address, long value) {
        ALL.set(LONG, at(address), value);
    }

    /** The 16 bits at {@code address} in network order. */
    public static short getShortBigEndian(long address) {
        return Short.reverseBytes(getShort(address));
    }

    public static void putShortBigEndian(long address, short value) {
        putShort(address, Short.reverseBytes(value));
    }

    /** The 32 bits at {@code address} in network order. */
    public static int getIntBigEndian(long address) {
        return Integer.reverseBytes(getInt(address));
    }

    public static void putIntBigEndian(long address, int value) {
        putInt(address, Integer.reverseBytes(value));
    }

    /** The 64 bits at {@code address} in network order. */
    public static long getLongBigEndian(long address) {
        return Long.reverseBytes(getLong(address));
    }

    public static void putLongBigEndian(long address, long value) {
        putLong(address, Long.reverseBytes(value));
    }

    /** Copies {@code bytes} from {@code source} to {@code target}; the two may overlap. */
    public static void copy(long source, long target, long bytes) {
        MemorySegment.copy(ALL, source, ALL, target, bytes);
    }

    /** Copies {@code bytes.length} bytes to {@code target}. */
    public static void put(long target, byte[] bytes) {
        MemorySegment.copy(bytes, 0, ALL, ValueLayout.JAVA_BYTE, target, bytes.length);
    }

    /** A heap copy of {@code length} bytes at {@code source}; allocates, so not for the frame path. */
    public static byte[] get(long source, int length) {
        byte[] bytes = new byte[length];
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, source, bytes, 0, length);
        return bytes;
    }

    /** Copies {@code items[from..from+count)} to {@code target}. */
    public static void put(long target, long[] items, int from, int count) {
        MemorySegment.copy(items, from, ALL, LONG, at(target), count);
    }

    /** Copies {@code count} items at {@code source} to {@code items[from..from+count)}. */
    public static void get(long source, long[] items, int from, int count) {
        MemorySegment.copy(ALL, LONG, at(source), items, from, count);
    }

    public static void fill(long address, long bytes, byte value) {
        ALL.asSlice(address, bytes).fill(value);
    }

    public static int getIntAcquire(long address) {
        return (int) INT_ORDERED.getAcquire(ALL, at(address));
    }

    public static void putIntRelease(long address, int value) {
        INT_ORDERED.setRelease(ALL, at(address), value);
    }

    /** Adds {@code delta} in one step and returns the value before. */
    public static int getAndAddInt(long address, int delta) {
        return (int) INT_ORDERED.getAndAdd(ALL, at(address), delta);
    }

    public static boolean compareAndSetInt(long address, int expected, int value) {
        return INT_ORDERED.compareAndSet(ALL, at(address), expected, value);
    }

    public static long getLongAcquire(long address) {
        return (long) LONG_ORDERED.getAcquire(ALL, at(address));
    }

    public static void putLongRelease(long address, long value) {
        LONG_ORDERED.setRelease(ALL, at(address), value);
    }

    public static long getLongVolatile(long address) {
        return (long) LONG_ORDERED.getVolatile(ALL, at(address));
    }

    public static void putLongVolatile(long address, long value) {
        LONG_ORDERED.setVolatile(ALL, at(address), value);
    }

    public static boolean compareAndSetLong(long address, long expected, long value) {
        return LONG_ORDERED.compareAndSet(ALL, at(address), expected, value);
    }

    /** Adds {@code delta} in one step and returns the value before. */
    public static long getAndAddLong(long address, long delta) {
        return (long) LONG_ORDERED.getAndAdd(ALL, at(address), delta);
    }
}
