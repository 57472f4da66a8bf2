package io.isolane.tools.bench.tester;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.RawMemory;

/**
 * A test frame: UDP over IPv4 between addresses of the network that is set aside for tests (RFC 2544, C.2.2 and C.2.6), without FCS. Offsets and
 * lengths in bytes. What follows the stamp in a longer frame is undefined. Stateless.
 *
 * <pre>
 *    0          14     34    42      60
 *   +----------+------+-----+-------+-----------
 *   | Ethernet | IPv4 | UDP | stamp | undefined
 *   +----------+------+-----+-------+-----------
 * </pre>
 */
final class TestFrame {
    /** The shortest frame there is room in. */
    static final int MIN_LENGTH = 60;

    /** Where the stamp begins, if no tag stands before it. */
    static final int STAMP = 42;

    /** Long enough for a tag and not for what the tag says comes next. */
    static final int TRUNCATED_TAG_LENGTH = EthernetLayout.TAGGED_ETHER_TYPE;

    /** One byte less than a header. */
    static final int RUNT_LENGTH = EthernetLayout.HEADER_LENGTH - 1;

    /** 198.18.0.0: sources; the network of the destinations follows (RFC 2544, C.2.2). */
    private static final int SOURCES = 198 << 24 | 18 << 16;

    private static final int DESTINATIONS = 198 << 24 | 19 << 16;

    /** C.2.6.2: time to live 10, protocol UDP. */
    private static final int TTL_AND_PROTOCOL = 10 << 8 | 17;

    private static final int VERSION_AND_LENGTH = 0x45 << 8;
    private static final int SOURCE_PORT = 0xc020;
    private static final int ECHO_PORT = 7;
    private static final int IP = EthernetLayout.HEADER_LENGTH;
    private static final int UDP = IP + 20;
    private static final int HEADER_WORDS = 10;

    private TestFrame() {}

    /** The address of the host of stream {@code stream} at a port, as a source or a destination. */
    private static int host(int network, int port, int stream) {
        return network | (port & 0xff) << 8 | stream % 250 + 2;
    }

    /**
     * Writes EtherType, IPv4 header and UDP header of a frame at {@code address}, whose two MAC addresses are written elsewhere.
     *
     * @param length of the whole frame
     */
    static void writeHeaders(long address, int length, int stream, int from, int to) {
        RawMemory.putShortBigEndian(address + EthernetLayout.ETHER_TYPE, (short) EtherType.IPV4);
        RawMemory.putShortBigEndian(address + IP, (short) VERSION_AND_LENGTH);
        RawMemory.putShortBigEndian(address + IP + 2, (short) (length - IP));
        RawMemory.putIntBigEndian(address + IP + 4, 0);
        RawMemory.putShortBigEndian(address + IP + 8, (short) TTL_AND_PROTOCOL);
        RawMemory.putShortBigEndian(address + IP + 10, (short) 0);
        RawMemory.putIntBigEndian(address + IP + 12, host(SOURCES, from, stream));
        RawMemory.putIntBigEndian(address + IP + 16, host(DESTINATIONS, to, stream));
        RawMemory.putShortBigEndian(address + IP + 10, (short) checksum(address + IP));
        RawMemory.putShortBigEndian(address + UDP, (short) SOURCE_PORT);
        RawMemory.putShortBigEndian(address + UDP + 2, (short) ECHO_PORT);
        RawMemory.putShortBigEndian(address + UDP + 4, (short) (length - UDP));
        RawMemory.putShortBigEndian(address + UDP + 6, (short) 0);
    }

    /** Writes both MAC addresses. */
    static void writeAddresses(long address, long destination, long source) {
        RawMemory.putLongBigEndian(address, destination << 16 | source >>> 32);
        RawMemory.putIntBigEndian(address + 8, (int) source);
    }

    /** Where the stamp begins in the frame at {@code address}, which has {@link #MIN_LENGTH} bytes: tags in the bytes stand before it. */
    static int stampOffset(long address, int length) {
        int offset = 0;
        while (isTagAt(address + offset + EthernetLayout.ETHER_TYPE)
                && length >= offset + MIN_LENGTH + EthernetLayout.TAG_LENGTH) {
            offset += EthernetLayout.TAG_LENGTH;
        }
        return offset + STAMP;
    }

    /** Length that the IPv4 header before a stamp tells of the frame, tags in the bytes included. */
    static int lengthTold(long address, int stampOffset) {
        int ip = stampOffset - STAMP + IP;
        return ip + (RawMemory.getShortBigEndian(address + ip + 2) & 0xffff);
    }

    private static boolean isTagAt(long address) {
        return EtherType.isTag(RawMemory.getShortBigEndian(address) & 0xffff);
    }

    private static int checksum(long header) {
        int sum = 0;
        for (int i = 0; i < HEADER_WORDS; i++) {
            sum += RawMemory.getShortBigEndian(header + 2L * i) & 0xffff;
        }
        sum = (sum & 0xffff) + (sum >>> 16);
        return ~(sum + (sum >>> 16)) & 0xffff;
    }
}
