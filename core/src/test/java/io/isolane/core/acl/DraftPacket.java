package io.isolane.core.acl;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/**
 * A frame before it is bytes: what is in it is known here without reading any. Made from choices, small numbers that shrink to plain
 * frames.
 *
 * @param kind what follows the addresses
 * @param tags that stand before the packet
 * @param shown bytes of the transport header that are there
 */
record DraftPacket(
        long destination,
        long source,
        int vid,
        int pcp,
        Kind kind,
        int tags,
        FragmentPart fragment,
        int protocol,
        int from,
        int to,
        int sourcePort,
        int destinationPort,
        int shown) {
    /** What a frame carries. */
    enum Kind {
        IPV4,
        IPV6,
        ARP,
        LLDP,
        /** IPv4 that is longer than its frame. */
        BROKEN_IPV4,
        /** A tag, and behind it the end. */
        BROKEN_TAG
    }

    static final int CHOICES = 13;
    static final List<FragmentPart> PARTS = List.of(FragmentPart.values());
    static final long[] MACS = {
        0x02_00_00_00_00_01L, 0x02_00_00_00_00_02L, 0x02_00_00_01_00_02L, 0xffff_ffff_ffffL, 0x01_00_5e_00_00_fbL, 0
    };
    static final int[] VIDS = {0, 1, 10, 11, 4094};
    static final int[] PROTOCOLS = {6, 17, 1, 58, 132, 47};
    static final int[] PORTS = {0, 8, 53, 80, 81, 443, 0xffff};
    static final String[] V4 = {"0a000001", "0a000002", "0a010203", "c0a80001", "00000000", "ffffffff"};
    static final String[] V6 = {
        "fd000000000000000000000000000001",
        "fd000000000000000000000000000002",
        "fd00000000000000ffff000000000000",
        "fd000000000000010000000000000001",
        "00000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffff"
    };
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int FRAGMENT_HEADER = 44;

    static DraftPacket of(List<Integer> choices) {
        return new DraftPacket(
                MACS[choices.get(0) % MACS.length],
                MACS[choices.get(1) % MACS.length],
                VIDS[choices.get(2) % VIDS.length],
                choices.get(3) % 8,
                KINDS.get(choices.get(4) % KINDS.size()),
                choices.get(5) % 3,
                PARTS.get(choices.get(6) % 3),
                PROTOCOLS[choices.get(7) % PROTOCOLS.length],
                choices.get(8) % V4.length,
                choices.get(9) % V4.length,
                PORTS[choices.get(10) % PORTS.length],
                PORTS[choices.get(11) % PORTS.length],
                choices.get(12) % 5 == 4 ? 3 : 20);
    }

    boolean isIp() {
        return kind == Kind.IPV4 || kind == Kind.IPV6;
    }

    boolean isV6() {
        return kind == Kind.IPV6;
    }

    /** What reads as the EtherType, or -1. */
    int etherType() {
        return switch (kind) {
            case IPV4, BROKEN_IPV4 -> 0x0800;
            case IPV6 -> 0x86dd;
            case ARP -> 0x0806;
            case LLDP -> 0x88cc;
            case BROKEN_TAG -> -1;
        };
    }

    /** Bytes of the transport header: of UDP and ICMPv6 never fewer than their eight, or the packet would be refused as a whole. */
    private int transportLength() {
        return protocol == 17 || protocol == 58 ? Math.max(shown, 8) : shown;
    }

    /** True if ports, or type and code, are there to be read. */
    boolean showsPorts() {
        return fragment != FragmentPart.LATER && transportLength() >= (protocol == 1 ? 2 : 4);
    }

    byte[] bytes() {
        ByteBuffer frame = ByteBuffer.allocate(200);
        frame.putShort((short) (destination >>> 32)).putInt((int) destination);
        frame.putShort((short) (source >>> 32)).putInt((int) source);
        for (int tag = 0; tag < tags; tag++) {
            frame.putShort((short) (tag == 0 ? 0x88a8 : 0x8100)).putShort((short) ((7 << 13) | 99));
        }
        switch (kind) {
            case IPV4 -> ipv4(frame, 20 + transportLength());
            case IPV6 -> ipv6(frame);
            case ARP -> frame.putShort((short) 0x0806).put(new byte[28]);
            case LLDP -> frame.putShort((short) 0x88cc).put(new byte[28]);
            case BROKEN_IPV4 -> ipv4(frame, 1500);
            case BROKEN_TAG -> frame.putShort((short) 0x8100).put((byte) 0);
        }
        byte[] bytes = new byte[frame.position()];
        frame.flip().get(bytes);
        return bytes;
    }

    private void ipv4(ByteBuffer frame, int length) {
        int place = fragment == FragmentPart.LATER ? 100 : fragment == FragmentPart.FIRST ? 0x2000 : 0;
        frame.putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) length).putShort((short) 7);
        frame.putShort((short) place).put((byte) 64).put((byte) protocol).putShort((short) 0);
        frame.put(hex(V4[from])).put(hex(V4[to]));
        transport(frame);
    }

    private void ipv6(ByteBuffer frame) {
        boolean isFragment = fragment != FragmentPart.NONE;
        int place = fragment == FragmentPart.LATER ? 1024 : 1;
        frame.putShort((short) 0x86dd).putInt(0x6000_0000);
        frame.putShort((short) (transportLength() + (isFragment ? 8 : 0)));
        frame.put((byte) (isFragment ? FRAGMENT_HEADER : protocol)).put((byte) 64);
        frame.put(hex(V6[from])).put(hex(V6[to]));
        if (isFragment) {
            frame.put((byte) protocol).put((byte) 0).putShort((short) place).putInt(7);
        }
        transport(frame);
    }

    /** The ports, or type and code, whichever it has: one octet each where the protocol has such. */
    private void transport(ByteBuffer frame) {
        byte[] header = new byte[transportLength()];
        boolean hasTypes = protocol == 1 || protocol == 58;
        int first = hasTypes ? ((sourcePort & 0xff) << 8) | (destinationPort & 0xff) : sourcePort;
        int[] octets = {first >>> 8, first & 0xff, destinationPort >>> 8, destinationPort & 0xff};
        for (int at = 0; at < Math.min(octets.length, header.length); at++) {
            header[at] = (byte) octets[at];
        }
        frame.put(header);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
