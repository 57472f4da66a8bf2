package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads IPv4 headers at absolute addresses (RFC 791, 3.1). Lengths and offsets in bytes, addresses as numbers. {@link #isSound}
 * comes first: the others check nothing. Stateless; any thread that owns the frame.
 */
public final class Ipv4Header {
    /** Of a header without options. */
    public static final int LENGTH = 20;

    private static final int TOTAL_LENGTH = 2;
    private static final int FRAGMENT = 6;
    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1fff;

    private Ipv4Header() {}

    /** True if a packet begins there whose header is whole and whose length is no more than {@code available} bytes. */
    public static boolean isSound(long packet, int available) {
        if (available < LENGTH || (RawMemory.getByte(packet) & 0xf0) != 0x40) {
            return false;
        }
        int header = headerLength(packet);
        return header >= LENGTH && header <= totalLength(packet) && totalLength(packet) <= available;
    }

    public static int headerLength(long packet) {
        return (RawMemory.getByte(packet) & 0xf) * Integer.BYTES;
    }

    /** Of header and payload. */
    public static int totalLength(long packet) {
        return RawMemory.getShortBigEndian(packet + TOTAL_LENGTH) & 0xffff;
    }

    public static int protocol(long packet) {
        return RawMemory.getByte(packet + PROTOCOL) & 0xff;
    }

    public static boolean hasMoreFragments(long packet) {
        return (RawMemory.getShortBigEndian(packet + FRAGMENT) & MORE_FRAGMENTS) != 0;
    }

    /** True if other fragments belong to the same packet. */
    public static boolean isFragment(long packet) {
        return (RawMemory.getShortBigEndian(packet + FRAGMENT) & (MORE_FRAGMENTS | OFFSET_MASK)) != 0;
    }

    /** How far its payload begins into that of the packet it is a fragment of. */
    public static int fragmentOffset(long packet) {
        return (RawMemory.getShortBigEndian(packet + FRAGMENT) & OFFSET_MASK) * Long.BYTES;
    }

    public static int source(long packet) {
        return RawMemory.getIntBigEndian(packet + SOURCE);
    }

    public static int destination(long packet) {
        return RawMemory.getIntBigEndian(packet + DESTINATION);
    }
}
