package io.isolane.tools.attack.packet;

import static io.isolane.tools.attack.packet.Octets.hex;
import static io.isolane.tools.attack.packet.Octets.ip;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.mac;
import static io.isolane.tools.attack.packet.Octets.two;

import java.util.Arrays;

/** ARP and IPv4 as bytes from their header on. Stateless. */
public final class Ipv4Packet {
    /** An ARP request (RFC 826). */
    public static final int ARP_REQUEST = 1;

    /** An ARP reply. */
    public static final int ARP_REPLY = 2;

    private static final int UDP = 17;
    private static final int UDP_HEADER = 8;
    private static final int HEADER = 20;
    private static final int CHECKSUM = 10;
    private static final int UDP_CHECKSUM = 6;
    private static final int MORE_FRAGMENTS = 0x2000;

    private Ipv4Packet() {}

    /** {@code sender} has the address {@code senderMac}, and asks or tells {@code target}, whose MAC address it gives as {@code targetMac}. */
    public static byte[] arp(int operation, long senderMac, String sender, long targetMac, String target) {
        return join(hex("0001 0800 06 04"), two(operation), mac(senderMac), ip(sender), mac(targetMac), ip(target));
    }

    /** A whole UDP datagram. */
    public static byte[] udp(String source, String destination, int from, int to, byte[] payload) {
        return packet(source, destination, 0, datagram(source, destination, from, to, payload));
    }

    /** A UDP datagram in two fragments, of which the first holds {@code first} bytes of it, a multiple of eight. */
    public static byte[][] fragmentedUdp(
            String source, String destination, int from, int to, byte[] payload, int first) {
        byte[] whole = datagram(source, destination, from, to, payload);
        return new byte[][] {
            packet(source, destination, MORE_FRAGMENTS, Arrays.copyOf(whole, first)),
            packet(source, destination, first / Long.BYTES, Arrays.copyOfRange(whole, first, whole.length))
        };
    }

    private static byte[] datagram(String source, String destination, int from, int to, byte[] payload) {
        int length = UDP_HEADER + payload.length;
        byte[] whole = join(two(from), two(to), two(length), two(0), payload);
        byte[] pseudo = join(ip(source), ip(destination), two(UDP), two(length), whole);
        return Octets.withChecksum(whole, UDP_CHECKSUM, Octets.checksum(pseudo));
    }

    private static byte[] packet(String source, String destination, int fragment, byte[] payload) {
        byte[] header = join(
                two(0x4500),
                two(HEADER + payload.length),
                two(1),
                two(fragment),
                new byte[] {64, UDP},
                two(0),
                ip(source),
                ip(destination));
        return join(Octets.withChecksum(header, CHECKSUM, Octets.checksum(header)), payload);
    }
}
