package io.isolane.tools.stack;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.InternetChecksum;
import org.jspecify.annotations.Nullable;

/**
 * Checks an IPv4 header without options (RFC 791, 3.1), lets the protocol above answer, and sends the packet back. Offsets in bytes.
 *
 * <pre>
 *   0         1     2              4    6            8     9          10         12       16            20
 *  +---------+-----+--------------+----+------------+-----+----------+----------+--------+-------------+---------
 *  | version | TOS | total length | ID | flags and  | TTL | protocol | checksum | source | destination | payload
 *  | and IHL |     |              |    | fragment   |     |          |          |        |             |
 *  +---------+-----+--------------+----+------------+-----+----------+----------+--------+-------------+---------
 * </pre>
 */
final class Ipv4Responder {
    static final int HEADER_LENGTH = 20;
    static final int SOURCE = 12;
    static final int ADDRESSES_LENGTH = 8;
    static final int UDP = 17;

    /** The sum of bytes that hold their own checksum (RFC 1071, 1). */
    static final int ALL_ONES = 0xffff;

    private static final int TOTAL_LENGTH = 2;
    private static final int FRAGMENT = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int CHECKSUM = 10;
    private static final int DESTINATION = 16;

    /** Version 4, and a header of five words. */
    private static final int VERSION_AND_LENGTH = 0x45;

    /** More fragments, and the offset of this one. */
    private static final int FRAGMENT_MASK = 0x3fff;

    /** RFC 1700's default. */
    private static final byte DEFAULT_TTL = 64;

    private static final int ICMP = 1;

    private final StackAddress own;

    Ipv4Responder(StackAddress own) {
        this.own = own;
    }

    Outcome turn(long packet, int length) {
        Outcome objection = objection(packet, length);
        if (objection != null) {
            return objection;
        }
        int payload = totalLength(packet) - HEADER_LENGTH;
        Outcome outcome = switch (RawMemory.getByte(packet + PROTOCOL)) {
            case ICMP -> IcmpResponder.turn(packet + HEADER_LENGTH, payload);
            case UDP -> UdpResponder.turn(packet, payload);
            default -> Outcome.UNSUPPORTED;
        };
        if (outcome.isAnswer()) {
            sendBack(packet);
        }
        return outcome;
    }

    private @Nullable Outcome objection(long packet, int length) {
        if (length < HEADER_LENGTH) {
            return Outcome.TRUNCATED;
        }
        if (RawMemory.getByte(packet) != VERSION_AND_LENGTH) {
            return Outcome.UNSUPPORTED;
        }
        if (totalLength(packet) < HEADER_LENGTH || totalLength(packet) > length) {
            return Outcome.TRUNCATED;
        }
        if (InternetChecksum.sum(packet, HEADER_LENGTH) != ALL_ONES) {
            return Outcome.BAD_CHECKSUM;
        }
        if (RawMemory.getIntBigEndian(packet + DESTINATION) != own.ip()) {
            return Outcome.NOT_FOR_US;
        }
        if (!own.isNeighbour(RawMemory.getIntBigEndian(packet + SOURCE))) {
            return Outcome.NO_ROUTE;
        }
        boolean isFragment = (RawMemory.getShortBigEndian(packet + FRAGMENT) & FRAGMENT_MASK) != 0;
        return isFragment ? Outcome.UNSUPPORTED : null;
    }

    private void sendBack(long packet) {
        RawMemory.putIntBigEndian(packet + DESTINATION, RawMemory.getIntBigEndian(packet + SOURCE));
        RawMemory.putIntBigEndian(packet + SOURCE, own.ip());
        RawMemory.putByte(packet + TTL, DEFAULT_TTL);
        RawMemory.putShort(packet + CHECKSUM, (short) 0);
        int sum = InternetChecksum.sum(packet, HEADER_LENGTH);
        RawMemory.putShortBigEndian(packet + CHECKSUM, (short) InternetChecksum.complement(sum));
    }

    private static int totalLength(long packet) {
        return RawMemory.getShortBigEndian(packet + TOTAL_LENGTH) & 0xffff;
    }
}
