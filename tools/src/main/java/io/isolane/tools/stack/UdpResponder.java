package io.isolane.tools.stack;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.InternetChecksum;

/**
 * Sends a UDP datagram (RFC 768) to the echo port (RFC 862) back where it came from. Stateless. Offsets from the end of the IPv4
 * header, in bytes.
 *
 * <pre>
 *   0             2                  4        6          8
 *  +-------------+------------------+--------+----------+--------
 *  | source port | destination port | length | checksum | data
 *  +-------------+------------------+--------+----------+--------
 * </pre>
 */
final class UdpResponder {
    private static final int HEADER_LENGTH = 8;
    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int LENGTH = 4;
    private static final int CHECKSUM = 6;
    private static final int ECHO_PORT = 7;

    /** In place of a source port where no answer is wanted. */
    private static final int NO_PORT = 0;

    private UdpResponder() {}

    /** {@code packet} points to the IPv4 header, which the checksum covers in part; {@code length} is what follows it. */
    static Outcome turn(long packet, int length) {
        long datagram = packet + Ipv4Responder.HEADER_LENGTH;
        if (length < HEADER_LENGTH
                || unsigned(datagram + LENGTH) < HEADER_LENGTH
                || unsigned(datagram + LENGTH) > length) {
            return Outcome.TRUNCATED;
        }
        if (!isIntact(packet, datagram, unsigned(datagram + LENGTH))) {
            return Outcome.BAD_CHECKSUM;
        }
        if (unsigned(datagram + DESTINATION_PORT) != ECHO_PORT) {
            return Outcome.NOT_FOR_US;
        }
        int source = unsigned(datagram + SOURCE_PORT);
        if (source == NO_PORT || source == ECHO_PORT) {
            return Outcome.UNSUPPORTED; // two echo servers would never stop
        }
        // The checksum stays: sums do not change when ports and addresses change places.
        RawMemory.putShortBigEndian(datagram + DESTINATION_PORT, (short) source);
        RawMemory.putShortBigEndian(datagram + SOURCE_PORT, (short) ECHO_PORT);
        return Outcome.UDP_ECHO;
    }

    /** The checksum covers addresses, protocol and length too; 0 stands for none. */
    private static boolean isIntact(long packet, long datagram, int length) {
        if (RawMemory.getShort(datagram + CHECKSUM) == 0) {
            return true;
        }
        int addresses = InternetChecksum.sum(packet + Ipv4Responder.SOURCE, Ipv4Responder.ADDRESSES_LENGTH);
        int pseudoHeader = InternetChecksum.add(addresses, Ipv4Responder.UDP + length);
        return InternetChecksum.add(pseudoHeader, InternetChecksum.sum(datagram, length)) == Ipv4Responder.ALL_ONES;
    }

    private static int unsigned(long address) {
        return RawMemory.getShortBigEndian(address) & 0xffff;
    }
}
