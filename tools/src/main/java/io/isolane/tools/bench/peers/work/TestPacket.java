package io.isolane.tools.bench.peers.work;

import java.nio.ByteBuffer;

/**
 * A UDP packet in an Ethernet frame; its IP addresses and source port follow from the stations, so that each pair of stations is a flow of
 * its own. Immutable.
 *
 * @param source station
 * @param destination station
 * @param isTagged whether it carries {@link Work#VLAN} in a tag
 */
record TestPacket(long source, long destination, boolean isTagged) {
    private static final short DOT1Q = (short) 0x8100;
    private static final short IPV4 = 0x0800;
    private static final int VERSION_AND_LENGTH = 0x45;
    private static final int TIME_TO_LIVE = 64;
    private static final int UDP = 17;
    private static final int IP_HEADER = 20;
    private static final int PORT = 5001;
    private static final int PORTS = 0x3FFF;
    /** 10.0.0.0/8: in it 3 bits for the side that a station is on, and the lower 20 of its address. */
    private static final int NETWORK = 10 << 24;

    /** Writes it from the first byte of {@code frame}, whose limit is its length; what is left is zero. */
    void writeTo(ByteBuffer frame) {
        putMac(frame, destination);
        putMac(frame, source);
        if (isTagged) {
            frame.putShort(DOT1Q).putShort((short) Work.VLAN);
        }
        frame.putShort(IPV4);
        putIp(frame.slice());
    }

    /** The header of RFC 791, 3.1, with its checksum, and that of RFC 768 without one. */
    private void putIp(ByteBuffer packet) {
        int length = packet.limit();
        packet.put((byte) VERSION_AND_LENGTH).put((byte) 0).putShort((short) length);
        packet.putInt(0).put((byte) TIME_TO_LIVE).put((byte) UDP).putShort((short) 0);
        packet.putInt(address(source)).putInt(address(destination));
        packet.putShort(10, checksum(packet));
        packet.putShort((short) (1024 + ((int) source & PORTS))).putShort((short) PORT);
        packet.putShort((short) (length - IP_HEADER)).putShort((short) 0);
    }

    /** RFC 1071, over the header whose checksum field is still zero. */
    private static short checksum(ByteBuffer packet) {
        int sum = 0;
        for (int at = 0; at < IP_HEADER; at += 2) {
            sum += packet.getShort(at) & 0xFFFF;
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return (short) ~((sum & 0xFFFF) + (sum >>> 16));
    }

    private static int address(long station) {
        int side = (int) (station >>> 32) & 7;
        return NETWORK | (side << 20) | ((int) station & 0xF_FFFF);
    }

    private static void putMac(ByteBuffer frame, long mac) {
        frame.putShort((short) (mac >>> 32)).putInt((int) mac);
    }
}
