package io.isolane.tools.stack;

import java.nio.ByteBuffer;

/** Frames of a neighbour, with checksums of their own arithmetic. */
final class Packets {
    static final long NEIGHBOUR_MAC = 0x5254_0077_0001L;
    static final int NEIGHBOUR_IP = 0x0a4d_0001;
    static final StackAddress STACK = StackAddress.of(0x0a4d_0009, 24);
    static final long BROADCAST = 0xffff_ffff_ffffL;

    static final int ICMP = 1;
    static final int UDP = 17;

    /** Offsets in a frame. */
    static final int IP = 14;

    static final int TRANSPORT = 34;

    private Packets() {}

    static byte[] arp(int operation, int targetIp) {
        byte[] frame = ethernet(42, BROADCAST, 0x0806);
        ByteBuffer.wrap(frame, IP, frame.length - IP)
                .putInt(0x0001_0800)
                .putShort((short) 0x0604)
                .putShort((short) operation)
                .put(mac(NEIGHBOUR_MAC))
                .putInt(NEIGHBOUR_IP)
                .put(new byte[6])
                .putInt(targetIp);
        return frame;
    }

    static byte[] ping(int dataLength) {
        byte[] frame = ipv4(ICMP, 8 + dataLength);
        fill(ByteBuffer.wrap(frame).putInt(TRANSPORT, 0x0800_0000).putInt(TRANSPORT + 4, 0x1234_0001));
        put(ByteBuffer.wrap(frame), TRANSPORT + 2, checksum(0, frame, TRANSPORT, frame.length));
        return frame;
    }

    static byte[] udp(int sourcePort, int port, int dataLength) {
        byte[] frame = ipv4(UDP, 8 + dataLength);
        fill(ByteBuffer.wrap(frame)
                .putInt(TRANSPORT, sourcePort << 16 | port)
                .putInt(TRANSPORT + 4, (8 + dataLength) << 16));
        put(ByteBuffer.wrap(frame), TRANSPORT + 6, udpChecksum(frame));
        return frame;
    }

    /** What belongs into the UDP checksum of a frame, its checksum field included in the sum. */
    static int udpChecksum(byte[] frame) {
        int pseudo = UDP + frame.length - TRANSPORT;
        return checksum(pseudo, frame, IP + 12, frame.length);
    }

    /** The complement of the sum of big-endian words; 0 where the words hold their checksum. */
    static int checksum(int start, byte[] bytes, int from, int to) {
        int sum = start;
        for (int i = from; i < to; i++) {
            sum += (bytes[i] & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }

    static void put(ByteBuffer frame, int at, int value) {
        frame.putShort(at, (short) value);
    }

    /** The IPv4 header's checksum made right again after a change. */
    static byte[] withHeaderChecksum(byte[] frame) {
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        put(buffer, IP + 10, 0);
        put(buffer, IP + 10, checksum(0, frame, IP, TRANSPORT));
        return frame;
    }

    private static byte[] ipv4(int protocol, int payload) {
        byte[] frame = ethernet(TRANSPORT + payload, STACK.mac(), 0x0800);
        ByteBuffer.wrap(frame, IP, TRANSPORT - IP)
                .putShort((short) 0x4500)
                .putShort((short) (20 + payload))
                .putInt(0x0001_4000)
                .put((byte) 9)
                .put((byte) protocol)
                .putShort((short) 0)
                .putInt(NEIGHBOUR_IP)
                .putInt(STACK.ip());
        return withHeaderChecksum(frame);
    }

    private static byte[] ethernet(int length, long destination, int type) {
        byte[] frame = new byte[length];
        ByteBuffer.wrap(frame).put(mac(destination)).put(mac(NEIGHBOUR_MAC)).putShort((short) type);
        return frame;
    }

    private static byte[] mac(long address) {
        byte[] octets = new byte[6];
        ByteBuffer.wrap(octets).putShort((short) (address >>> 32)).putInt((int) address);
        return octets;
    }

    private static void fill(ByteBuffer frame) {
        for (int at = TRANSPORT + 8; at < frame.capacity(); at++) {
            frame.put(at, (byte) (at * 7));
        }
    }
}
