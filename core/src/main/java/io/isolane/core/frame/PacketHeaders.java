package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * The headers of the packet in one frame after another, read so strictly that no receiver can find others: behind tags and
 * LLC/SNAP, through IPv4 options and the whole chain of IPv6 extension headers. A frame that leaves anything open is refused
 * (RFC 7113, 3; RFC 7112, 5; RFC 5722, 4).
 *
 * <p>An IPv6 chain, with what is read of the protocol behind it, may take {@value #CHAIN_LIMIT} bytes; a later fragment that
 * begins within as many is refused, so that no overlap changes what the first fragment has shown. Offsets are in bytes from the
 * frame's first. Allocates nothing; confined to its thread, as the frame is.
 */
public final class PacketHeaders {
    /** The protocol of what is not IP, and of a later fragment, which does not show it. */
    public static final int NO_PROTOCOL = -1;

    /** The EtherType of a frame that leaves even that open. */
    public static final int NO_ETHER_TYPE = -1;

    static final int CHAIN_LIMIT = 512;

    /** What is read of the protocol's own header: that of UDP is as long, and every ICMPv6 message longer. */
    private static final int LEAST_TRANSPORT = 8;

    private static final int EXTENSION_UNIT = 8;
    private static final int FRAGMENT_OFFSET = 0xfff8;

    private int etherType;
    private int packet;
    private int protocol;
    private int transport;
    private int end;
    private boolean isFragment;

    /** Nothing read yet. */
    public PacketHeaders() {}

    /**
     * Reads a frame of {@code length} bytes, 14 or more; false if it leaves open what it is, and nothing but {@link #etherType}
     * can be asked then.
     */
    public boolean read(long frame, int length) {
        long start = PacketStart.find(frame, length);
        if (start == PacketStart.UNREADABLE) {
            etherType = NO_ETHER_TYPE;
            return false;
        }
        etherType = PacketStart.etherType(start);
        packet = PacketStart.offset(start);
        protocol = NO_PROTOCOL;
        transport = packet;
        end = length;
        isFragment = false;
        return switch (etherType) {
            case EtherType.IPV4 -> readIpv4(frame + packet);
            case EtherType.IPV6 -> readIpv6(frame);
            default -> true;
        };
    }

    /** Of the packet, {@link PacketStart#NO_PACKET}, or {@link #NO_ETHER_TYPE} if it cannot be found. */
    public int etherType() {
        return etherType;
    }

    /** Where the packet begins. */
    public int packet() {
        return packet;
    }

    /** What the IP packet carries, behind all extension headers, or {@link #NO_PROTOCOL}. */
    public int protocol() {
        return protocol;
    }

    /** Where the header of {@link #protocol} begins; without one, the packet's payload. */
    public int transport() {
        return transport;
    }

    /** Bytes from {@link #transport} to the end of the packet, which padding may follow; 8 or more of UDP and ICMPv6. */
    public int transportLength() {
        return end - transport;
    }

    /** True if there are other fragments of the packet, or there is a fragment header (RFC 6946 calls a single one atomic). */
    public boolean isFragment() {
        return isFragment;
    }

    private boolean readIpv4(long header) {
        if (!Ipv4Header.isSound(header, end - packet)) {
            return false;
        }
        transport = packet + Ipv4Header.headerLength(header);
        end = packet + Ipv4Header.totalLength(header);
        int fragmentOffset = Ipv4Header.fragmentOffset(header);
        isFragment = fragmentOffset > 0 || Ipv4Header.hasMoreFragments(header);
        if (fragmentOffset > 0) {
            return true;
        }
        protocol = Ipv4Header.protocol(header);
        return isTransportShown();
    }

    private boolean readIpv6(long frame) {
        long header = frame + packet;
        if (!Ipv6Header.isSound(header, end - packet)) {
            return false;
        }
        transport = packet + Ipv6Header.LENGTH;
        end = transport + Ipv6Header.payloadLength(header);
        int next = Ipv6Header.nextHeader(header);
        while (IpProtocol.isExtension(next)) {
            if (!fitsChain()) {
                return false;
            }
            int extension = next;
            next = RawMemory.getByte(frame + transport) & 0xff;
            if (extension == IpProtocol.FRAGMENT) {
                int place = RawMemory.getIntBigEndian(frame + transport) & FRAGMENT_OFFSET;
                if (isFragment || place > 0) {
                    return !isFragment && isLaterFragment(place);
                }
                isFragment = true;
            }
            transport += extensionLength(frame + transport, extension);
        }
        protocol = next;
        return IpProtocol.isUpperLayer(next) && isTransportShown();
    }

    private boolean isLaterFragment(int place) {
        isFragment = true;
        transport += EXTENSION_UNIT;
        return place >= CHAIN_LIMIT;
    }

    /** Room for one more unit of the chain, in the packet and in the limit. */
    private boolean fitsChain() {
        int chain = transport - packet - Ipv6Header.LENGTH;
        return transport + EXTENSION_UNIT <= end && chain + EXTENSION_UNIT <= CHAIN_LIMIT;
    }

    private boolean isTransportShown() {
        if (protocol != IpProtocol.UDP && protocol != IpProtocol.ICMPV6) {
            return transport <= end;
        }
        return transport + LEAST_TRANSPORT <= end && (etherType == EtherType.IPV4 || fitsChain());
    }

    private static int extensionLength(long header, int extension) {
        int length = RawMemory.getByte(header + 1) & 0xff;
        return switch (extension) {
            case IpProtocol.FRAGMENT -> EXTENSION_UNIT;
            case IpProtocol.AUTHENTICATION -> (length + 2) * Integer.BYTES;
            default -> (length + 1) * EXTENSION_UNIT;
        };
    }
}
