package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads ARP packets at absolute addresses (RFC 826; RFC 5227 for probes and announcements). Addresses as numbers.
 * {@link #isSound} comes first: the others check nothing. Stateless; any thread that owns the frame.
 *
 * <pre>
 *   0          2          4      5      6           8            14          18           24          28
 *  +----------+----------+------+------+-----------+------------+-----------+------------+-----------+
 *  | hardware | protocol | 6    | 4    | operation | sender MAC | sender IP | target MAC | target IP |
 *  +----------+----------+------+------+-----------+------------+-----------+------------+-----------+
 * </pre>
 */
public final class ArpPacket {
    public static final int LENGTH = 28;
    public static final int REQUEST = 1;
    public static final int REPLY = 2;

    /** Ethernet, IPv4, six octets, four octets. */
    private static final long ETHERNET_AND_IPV4 = 0x0001_0800_0604L;

    private ArpPacket() {}

    /** True for a request or a reply about IPv4 on Ethernet that is whole within {@code available} bytes. */
    public static boolean isSound(long packet, int available) {
        return available >= LENGTH
                && RawMemory.getLongBigEndian(packet) >>> 16 == ETHERNET_AND_IPV4
                && (operation(packet) == REQUEST || operation(packet) == REPLY);
    }

    public static int operation(long packet) {
        return RawMemory.getShortBigEndian(packet + 6) & 0xffff;
    }

    public static long senderMac(long packet) {
        return RawMemory.getLongBigEndian(packet + 8) >>> 16;
    }

    public static int senderIp(long packet) {
        return RawMemory.getIntBigEndian(packet + 14);
    }

    public static int targetIp(long packet) {
        return RawMemory.getIntBigEndian(packet + 24);
    }
}
