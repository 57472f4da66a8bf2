package io.isolane.tools.attack.packet;

import static io.isolane.tools.attack.packet.Octets.four;
import static io.isolane.tools.attack.packet.Octets.ip;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.two;

import java.util.List;

/** IPv6 as bytes from its header on (RFC 8200). Stateless. */
public final class Ipv6Packet {
    /** All nodes of the link. */
    public static final String ALL_NODES = "ff02::1";

    /** Where a frame to all nodes goes (RFC 2464, 7). */
    public static final long ALL_NODES_MAC = 0x3333_0000_0001L;

    private static final int UDP = 17;
    private static final int ICMP = 58;
    private static final int HOP_BY_HOP = 0;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int UDP_HEADER = 8;
    private static final int UDP_CHECKSUM = 6;
    private static final int ICMP_CHECKSUM = 2;

    private Ipv6Packet() {}

    /** How the header of a packet is put out of a guard's sight (RFC 7113, 2). */
    public enum Evasion {
        /** Not at all. */
        NONE("plain"),
        /** Behind a hop-by-hop options header of padding. */
        HOP_BY_HOP_OPTIONS("hop-by-hop options"),
        /** Behind three destination options headers. */
        CHAIN("three extension headers"),
        /** A fragment that is the whole packet (RFC 6946). */
        ATOMIC_FRAGMENT("atomic fragment"),
        /** The first fragment ends before the header that matters. */
        SPLIT("second fragment");

        private final String label;

        Evasion(String label) {
            this.label = label;
        }

        /** As evidence has it. */
        public String label() {
            return label;
        }
    }

    /** An ICMPv6 message, from its type on with a checksum of 0, so that hosts take it: its hop limit is 255. */
    public static List<byte[]> icmp(String source, String destination, byte[] message, Evasion evasion) {
        byte[] whole = Octets.withChecksum(
                message,
                ICMP_CHECKSUM,
                Octets.checksum(join(pseudo(source, destination, ICMP, message.length), message)));
        return evading(source, destination, ICMP, whole, evasion);
    }

    /** A UDP datagram. */
    public static List<byte[]> udp(
            String source, String destination, int from, int to, byte[] payload, Evasion evasion) {
        int length = UDP_HEADER + payload.length;
        byte[] datagram = join(two(from), two(to), two(length), two(0), payload);
        byte[] whole = Octets.withChecksum(
                datagram, UDP_CHECKSUM, Octets.checksum(join(pseudo(source, destination, UDP, length), datagram)));
        return evading(source, destination, UDP, whole, evasion);
    }

    private static List<byte[]> evading(String source, String destination, int next, byte[] payload, Evasion evasion) {
        return switch (evasion) {
            case NONE -> List.of(packet(source, destination, next, payload));
            case HOP_BY_HOP_OPTIONS ->
                List.of(packet(source, destination, HOP_BY_HOP, join(padding(next, 1), payload)));
            case CHAIN -> List.of(packet(source, destination, DESTINATION_OPTIONS, chained(next, payload)));
            case ATOMIC_FRAGMENT ->
                List.of(packet(source, destination, FRAGMENT, join(fragment(next, 0, false), payload)));
            case SPLIT -> split(source, destination, next, payload);
        };
    }

    private static byte[] chained(int next, byte[] payload) {
        return join(padding(DESTINATION_OPTIONS, 1), padding(DESTINATION_OPTIONS, 2), padding(next, 1), payload);
    }

    /** The first fragment holds an extension header and no more. */
    private static List<byte[]> split(String source, String destination, int next, byte[] payload) {
        byte[] options = padding(next, 2);
        return List.of(
                packet(source, destination, FRAGMENT, join(fragment(DESTINATION_OPTIONS, 0, true), options)),
                packet(
                        source,
                        destination,
                        FRAGMENT,
                        join(fragment(DESTINATION_OPTIONS, options.length, false), payload)));
    }

    /** An options header of {@code units} times eight bytes: one PadN option. */
    private static byte[] padding(int next, int units) {
        byte[] header = new byte[Long.BYTES * units];
        header[0] = (byte) next;
        header[1] = (byte) (units - 1);
        header[2] = 1;
        header[3] = (byte) (header.length - 4);
        return header;
    }

    private static byte[] fragment(int next, int offset, boolean more) {
        return join(new byte[] {(byte) next, 0}, two(offset | (more ? 1 : 0)), four(0x66));
    }

    private static byte[] packet(String source, String destination, int next, byte[] payload) {
        return join(
                four(6 << 28),
                two(payload.length),
                new byte[] {(byte) next, (byte) 255},
                ip(source),
                ip(destination),
                payload);
    }

    private static byte[] pseudo(String source, String destination, int next, int length) {
        return join(ip(source), ip(destination), four(length), four(next));
    }
}
