package io.isolane.tools.stack;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.InternetChecksum;

/**
 * Answers an ICMP echo request with the same data (RFC 792, page 14). Stateless. Offsets in bytes.
 *
 * <pre>
 *   0      1      2          4            6          8
 *  +------+------+----------+------------+----------+--------
 *  | type | code | checksum | identifier | sequence | data
 *  +------+------+----------+------------+----------+--------
 * </pre>
 */
final class IcmpResponder {
    private static final int HEADER_LENGTH = 8;
    private static final int CHECKSUM = 2;

    /** Type and code. */
    private static final short ECHO_REQUEST = 0x0800;

    private static final short ECHO_REPLY = 0x0000;

    private IcmpResponder() {}

    static Outcome turn(long message, int length) {
        if (length < HEADER_LENGTH) {
            return Outcome.TRUNCATED;
        }
        if (InternetChecksum.sum(message, length) != Ipv4Responder.ALL_ONES) {
            return Outcome.BAD_CHECKSUM;
        }
        if (RawMemory.getShortBigEndian(message) != ECHO_REQUEST) {
            return Outcome.UNSUPPORTED;
        }
        RawMemory.putShortBigEndian(message, ECHO_REPLY);
        RawMemory.putShort(message + CHECKSUM, (short) 0);
        int sum = InternetChecksum.sum(message, length);
        RawMemory.putShortBigEndian(message + CHECKSUM, (short) InternetChecksum.complement(sum));
        return Outcome.ECHO_REPLY;
    }
}
