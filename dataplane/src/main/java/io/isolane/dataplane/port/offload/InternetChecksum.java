package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.RawMemory;

/**
 * The one's complement checksum of IP, TCP and UDP (RFC 1071). Sums are 16-bit values in network order, 0 to 0xffff, held in
 * an int. Any thread that owns the bytes.
 */
public final class InternetChecksum {
    private static final long LOW_WORD = 0xffff_ffffL;

    private InternetChecksum() {}

    /** The folded sum of {@code length} bytes, not complemented; an odd last byte counts as if a zero followed. */
    public static int sum(long address, int length) {
        long sum = 0;
        long position = address;
        int left = length;
        for (; left >= Long.BYTES; left -= Long.BYTES, position += Long.BYTES) {
            long word = RawMemory.getLong(position);
            sum += (word & LOW_WORD) + (word >>> Integer.SIZE);
        }
        return bigEndian(sum + tail(position, left));
    }

    /** What belongs into a checksum field for bytes whose {@link #sum} is {@code sum}. */
    public static int complement(int sum) {
        return ~sum & 0xffff;
    }

    /** The one's complement sum of two sums. */
    public static int add(int first, int second) {
        return fold((first & LOW_WORD) + (second & LOW_WORD));
    }

    /** {@code sum} with {@code removed} taken out and {@code added} put in (RFC 1624); both may be over 16 bits. */
    public static int replace(int sum, int removed, int added) {
        return add(sum, add(complement(fold(removed & LOW_WORD)), fold(added & LOW_WORD)));
    }

    /** Adds the upper parts of {@code sum} to its lowest 16 bits until nothing is left over. */
    public static int fold(long sum) {
        long folded = (sum & LOW_WORD) + (sum >>> Integer.SIZE);
        folded = (folded & 0xffff) + (folded >>> Short.SIZE);
        folded = (folded & 0xffff) + (folded >>> Short.SIZE);
        return (int) ((folded & 0xffff) + (folded >>> Short.SIZE));
    }

    /** The fewer than 8 bytes at the end, each pair in the byte order of {@link RawMemory#getLong}. */
    private static long tail(long address, int length) {
        long sum = 0;
        long position = address;
        if ((length & Integer.BYTES) != 0) {
            sum += RawMemory.getInt(position) & LOW_WORD;
            position += Integer.BYTES;
        }
        if ((length & Short.BYTES) != 0) {
            sum += RawMemory.getShort(position) & 0xffff;
            position += Short.BYTES;
        }
        if ((length & 1) != 0) {
            sum += RawMemory.getByte(position) & 0xff;
        }
        return sum;
    }

    /** Summing bytes in the other order gives the sum in the other order (RFC 1071, 2.B). */
    private static int bigEndian(long littleEndianSum) {
        int folded = fold(littleEndianSum);
        return (folded & 0xff) << Byte.SIZE | folded >>> Byte.SIZE;
    }
}
