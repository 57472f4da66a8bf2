package io.isolane.dataplane.port.offload;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.RawMemory;

/**
 * Where the headers of a frame lie, read from its bytes alone: behind any number of tags up to eight, through IPv4 options
 * and IPv6 extension headers. Offsets in bytes from the frame's first. Confined to its owner.
 */
final class NetworkHeader {
    /** Bytes in an IPv4 header (RFC 791) and offsets there. */
    static final int IPV4_LENGTH = 20;

    static final int IPV4_TOTAL_LENGTH = 2;
    static final int IPV4_IDENTIFICATION = 4;
    static final int IPV4_PROTOCOL = 9;
    static final int IPV4_CHECKSUM = 10;

    /** Bytes in an IPv6 header (RFC 8200) and offsets there. */
    static final int IPV6_LENGTH = 40;

    static final int IPV6_PAYLOAD_LENGTH = 4;
    static final int IPV6_NEXT_HEADER = 6;

    private static final int MAX_TAGS = 8;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int EXTENSION_UNIT = 8;

    private int etherType;
    private int offset;
    private int transport;
    private int protocol;

    /** False if a tag, an IP header or an extension header is cut short or impossible. */
    boolean read(long frame, int length) {
        protocol = -1;
        if (!readLink(frame, length)) {
            return false;
        }
        transport = offset;
        return switch (etherType) {
            case EtherType.IPV4 -> readIpv4(frame, length);
            case EtherType.IPV6 -> readIpv6(frame, length);
            default -> true;
        };
    }

    boolean isIpv4() {
        return etherType == EtherType.IPV4;
    }

    boolean isIpv6() {
        return etherType == EtherType.IPV6;
    }

    boolean isArp() {
        return etherType == EtherType.ARP;
    }

    /** The offset behind the last tag's EtherType. */
    int offset() {
        return offset;
    }

    /** Where the transport header starts, or what else comes behind the headers that were understood. */
    int transport() {
        return transport;
    }

    /** The protocol at {@link #transport}, -1 if this is not IP. */
    int protocol() {
        return protocol;
    }

    private boolean readLink(long frame, int length) {
        offset = EthernetLayout.HEADER_LENGTH;
        for (int tags = 0; offset <= length && tags <= MAX_TAGS; tags++) {
            etherType = RawMemory.getShortBigEndian(frame + offset - Short.BYTES) & 0xffff;
            if (!EtherType.isTag(etherType)) {
                return true;
            }
            offset += EthernetLayout.TAG_LENGTH;
        }
        return false;
    }

    private boolean readIpv4(long frame, int length) {
        if (offset + IPV4_LENGTH > length) {
            return false;
        }
        int first = RawMemory.getByte(frame + offset) & 0xff;
        int headerLength = (first & 0xf) * Integer.BYTES;
        transport = offset + headerLength;
        protocol = RawMemory.getByte(frame + offset + IPV4_PROTOCOL) & 0xff;
        return first >>> 4 == 4 && headerLength >= IPV4_LENGTH && transport <= length;
    }

    private boolean readIpv6(long frame, int length) {
        if (offset + IPV6_LENGTH > length || (RawMemory.getByte(frame + offset) & 0xf0) != 0x60) {
            return false;
        }
        transport = offset + IPV6_LENGTH;
        protocol = RawMemory.getByte(frame + offset + IPV6_NEXT_HEADER) & 0xff;
        while (isExtension(protocol)) {
            if (transport + EXTENSION_UNIT > length) {
                return false;
            }
            protocol = RawMemory.getByte(frame + transport) & 0xff;
            transport += ((RawMemory.getByte(frame + transport + 1) & 0xff) + 1) * EXTENSION_UNIT;
        }
        return transport <= length;
    }

    private static boolean isExtension(int nextHeader) {
        return nextHeader == HOP_BY_HOP || nextHeader == ROUTING || nextHeader == DESTINATION_OPTIONS;
    }
}
