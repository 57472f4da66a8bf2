package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads IPv6 headers at absolute addresses (RFC 8200, 3). Lengths in bytes, addresses as two numbers. {@link #isSound} comes
 * first: the others check nothing. Stateless; any thread that owns the frame.
 */
public final class Ipv6Header {
    public static final int LENGTH = 40;

    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;
    private static final long LINK_LOCAL = 0xfe80L << 48;
    private static final long LINK_LOCAL_MASK = 0xffc0L << 48;

    private Ipv6Header() {}

    /** True if a packet begins there whose length is no more than {@code available} bytes. A jumbogram (RFC 2675) never is. */
    public static boolean isSound(long packet, int available) {
        return available >= LENGTH
                && (RawMemory.getByte(packet) & 0xf0) == 0x60
                && LENGTH + payloadLength(packet) <= available
                && (payloadLength(packet) > 0 || nextHeader(packet) == IpProtocol.NO_NEXT_HEADER);
    }

    public static int payloadLength(long packet) {
        return RawMemory.getShortBigEndian(packet + PAYLOAD_LENGTH) & 0xffff;
    }

    /** The number of what follows: an extension header or a protocol. */
    public static int nextHeader(long packet) {
        return RawMemory.getByte(packet + NEXT_HEADER) & 0xff;
    }

    /** The first eight octets of the source address. */
    public static long sourceHigh(long packet) {
        return RawMemory.getLongBigEndian(packet + SOURCE);
    }

    /** The last eight octets of the source address. */
    public static long sourceLow(long packet) {
        return RawMemory.getLongBigEndian(packet + SOURCE + Long.BYTES);
    }

    /** The first eight octets of the destination address. */
    public static long destinationHigh(long packet) {
        return RawMemory.getLongBigEndian(packet + DESTINATION);
    }

    /** The last eight octets of the destination address. */
    public static long destinationLow(long packet) {
        return RawMemory.getLongBigEndian(packet + DESTINATION + Long.BYTES);
    }

    /** True for an address of fe80::/10 that begins with these eight octets. */
    public static boolean isLinkLocal(long high) {
        return (high & LINK_LOCAL_MASK) == LINK_LOCAL;
    }
}
