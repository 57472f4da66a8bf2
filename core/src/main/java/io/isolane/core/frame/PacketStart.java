package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Where a frame's packet begins, whatever stands before it: tags of any TPID, and LLC/SNAP headers (IEEE 802.2; IEEE 802, 9.4;
 * RFC 1042), in any order, up to eight of them. Receivers and bridges to other media differ in what they look behind and in
 * whether they believe an 802.3 length (CVE-2021-27853, -27854, -27861, -27862): here nothing hides a packet that any of them
 * would find.
 *
 * <p>The place is one {@code long}: EtherType and offset. Stateless; any thread that owns the frame.
 */
public final class PacketStart {
    /** No place: the headers are cut short, too many, or made so that some receivers would find a packet and some not. */
    public static final long UNREADABLE = -1;

    /** The EtherType of a frame of LLC that carries no packet, such as a spanning tree's. */
    public static final int NO_PACKET = 0;

    private static final int MAX_HEADERS = 8;
    private static final int LLC_LENGTH = 3;
    private static final int SNAP_LENGTH = 8;
    private static final int SNAP_SAP = 0xaa;
    /** The service access points that once stood for IP and ARP (RFC 948). */
    private static final int IP_SAP = 0x06;

    private static final int ARP_SAP = 0x98;
    /** The low bit of a service access point says group or response. */
    private static final int SAP_MASK = 0xfe;

    private static final int UNNUMBERED_INFORMATION = 0x03;
    private static final int RFC_1042 = 0x000000;
    private static final int BRIDGE_TUNNEL = 0x0000f8;

    private PacketStart() {}

    /** The place of the packet in a frame of {@code length} bytes, 14 or more; or {@link #UNREADABLE}. */
    public static long find(long frame, int length) {
        int offset = EthernetLayout.HEADER_LENGTH;
        for (int headers = 0; offset <= length && headers <= MAX_HEADERS; headers++) {
            int type = RawMemory.getShortBigEndian(frame + offset - Short.BYTES) & 0xffff;
            if (EtherType.isTag(type)) {
                offset += EthernetLayout.TAG_LENGTH;
            } else if (type >= EtherType.LEAST && type != EtherType.JUMBO_LLC) {
                return at(type, offset);
            } else {
                int header = llc(frame + offset, length - offset);
                if (header <= 0) {
                    return header < 0 ? UNREADABLE : at(NO_PACKET, offset);
                }
                offset += header;
            }
        }
        return UNREADABLE;
    }

    public static int etherType(long place) {
        return (int) (place >>> Integer.SIZE);
    }

    /** Bytes from the frame's first to the packet's. */
    public static int offset(long place) {
        return (int) place;
    }

    private static long at(int etherType, int offset) {
        return (long) etherType << Integer.SIZE | offset;
    }

    /** Bytes of an LLC/SNAP header behind whose last two a packet begins; 0 if none does, -1 if that cannot be said. */
    private static int llc(long header, int available) {
        if (available < LLC_LENGTH) {
            return -1;
        }
        int service = RawMemory.getByte(header) & SAP_MASK;
        if (service != SNAP_SAP) {
            return service == IP_SAP || service == ARP_SAP ? -1 : 0;
        }
        if (available < SNAP_LENGTH || RawMemory.getByte(header + 2) != UNNUMBERED_INFORMATION) {
            return -1;
        }
        int organization = RawMemory.getIntBigEndian(header + 2) & 0xff_ffff;
        if (organization == RFC_1042 || organization == BRIDGE_TUNNEL) {
            return SNAP_LENGTH;
        }
        return isPacket(RawMemory.getShortBigEndian(header + SNAP_LENGTH - Short.BYTES) & 0xffff) ? -1 : 0;
    }

    private static boolean isPacket(int type) {
        return type == EtherType.IPV4 || type == EtherType.ARP || type == EtherType.IPV6 || EtherType.isTag(type);
    }
}
