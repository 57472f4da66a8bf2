package io.isolane.tools.stack;

import io.isolane.core.memory.RawMemory;

/**
 * Says who has the stack's IPv4 address (RFC 826). Offsets from the end of the Ethernet header, in bytes.
 *
 * <pre>
 *   0          2          4      5      6           8            14          18           24
 *  +----------+----------+------+------+-----------+------------+-----------+------------+-----------+
 *  | hardware | protocol | 6    | 4    | operation | sender MAC | sender IP | target MAC | target IP |
 *  +----------+----------+------+------+-----------+------------+-----------+------------+-----------+
 * </pre>
 */
final class ArpResponder {
    private static final int LENGTH = 28;
    private static final int OPERATION = 6;
    private static final int SENDER_MAC = 8;
    private static final int SENDER_IP = 14;
    private static final int TARGET_MAC = 18;
    private static final int TARGET_IP = 24;

    /** Ethernet, IPv4 and the lengths of their addresses: the first six bytes. */
    private static final int ETHERNET_IPV4 = 0x0001_0800;

    private static final int ADDRESS_LENGTHS = 0x0604;
    private static final short REQUEST = 1;
    private static final short REPLY = 2;

    private final StackAddress own;

    ArpResponder(StackAddress own) {
        this.own = own;
    }

    Outcome turn(long packet, int length) {
        if (length < LENGTH) {
            return Outcome.TRUNCATED;
        }
        boolean isRequest = RawMemory.getIntBigEndian(packet) == ETHERNET_IPV4
                && RawMemory.getShortBigEndian(packet + 4) == ADDRESS_LENGTHS
                && RawMemory.getShortBigEndian(packet + OPERATION) == REQUEST;
        if (!isRequest) {
            return Outcome.UNSUPPORTED;
        }
        if (RawMemory.getIntBigEndian(packet + TARGET_IP) != own.ip()) {
            return Outcome.NOT_FOR_US;
        }
        RawMemory.putShortBigEndian(packet + OPERATION, REPLY);
        RawMemory.copy(packet + SENDER_MAC, packet + TARGET_MAC, TARGET_MAC - SENDER_MAC);
        RawMemory.putIntBigEndian(packet + SENDER_MAC, (int) (own.mac() >>> 16));
        RawMemory.putShortBigEndian(packet + SENDER_MAC + 4, (short) own.mac());
        RawMemory.putIntBigEndian(packet + SENDER_IP, own.ip());
        return Outcome.ARP_REPLY;
    }
}
