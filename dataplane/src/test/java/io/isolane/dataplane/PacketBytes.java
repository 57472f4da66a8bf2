package io.isolane.dataplane;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Packets as a guest would write them, honest or not: each method returns the bytes from its header on. Lengths are right
 * unless a test says otherwise.
 */
public final class PacketBytes {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;
    public static final int IPV6 = 0x86dd;
    public static final int UDP = 17;
    public static final int ICMPV6 = 58;
    public static final int HOP_BY_HOP = 0;
    public static final int ROUTING = 43;
    public static final int FRAGMENT = 44;
    public static final int DESTINATION_OPTIONS = 60;

    private PacketBytes() {}

    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("[ :]", ""));
    }

    public static byte[] join(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }

    /** The address of four or sixteen octets. */
    public static byte[] address(String text) {
        return InetAddress.ofLiteral(text).getAddress();
    }

    public static byte[] mac(long mac) {
        return Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(mac).array(), 2, 8);
    }

    // ---- IPv4

    public static byte[] ipv4(String source, String destination, int protocol, byte[] payload) {
        return ipv4(source, destination, protocol, 0, false, payload);
    }

    /** A fragment, whose payload begins {@code offset} bytes into that of the packet. */
    public static byte[] ipv4(
            String source, String destination, int protocol, int offset, boolean more, byte[] payload) {
        return ByteBuffer.allocate(20 + payload.length)
                .putShort((short) 0x4500)
                .putShort((short) (20 + payload.length))
                .putShort((short) 1)
                .putShort((short) (offset / 8 | (more ? 0x2000 : 0)))
                .put((byte) 64)
                .put((byte) protocol)
                .putShort((short) 0)
                .put(address(source))
                .put(address(destination))
                .put(payload)
                .array();
    }

    public static byte[] udp(int from, int to, byte[] payload) {
        return ByteBuffer.allocate(8 + payload.length)
                .putShort((short) from)
                .putShort((short) to)
                .putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }

    /** A request (1) or a reply (2). */
    public static byte[] arp(int operation, long senderMac, String sender, String target) {
        return join(
                hex("0001 0800 06 04"),
                ByteBuffer.allocate(2).putShort((short) operation).array(),
                mac(senderMac),
                address(sender),
                new byte[6],
                address(target));
    }

    /** A DHCP message; options are given whole, the end is added. */
    public static byte[] dhcp(int op, long client, int xid, String ciaddr, String yiaddr, byte[]... options) {
        return join(
                new byte[] {(byte) op, 1, 6, 0},
                ByteBuffer.allocate(8).putInt(xid).array(),
                address(ciaddr),
                address(yiaddr),
                new byte[8],
                mac(client),
                new byte[10 + 192],
                hex("63825363"),
                join(options),
                hex("ff"));
    }

    /** The option that says what a DHCP message is. */
    public static byte[] dhcpType(int type) {
        return new byte[] {53, 1, (byte) type};
    }

    public static byte[] requested(String address) {
        return join(hex("3204"), address(address));
    }

    public static byte[] lease(int seconds) {
        return join(hex("3304"), ByteBuffer.allocate(4).putInt(seconds).array());
    }

    // ---- IPv6

    public static byte[] ipv6(String source, String destination, int next, byte[] payload) {
        return join(
                ByteBuffer.allocate(8)
                        .putInt(0x6000_0000)
                        .putShort((short) payload.length)
                        .put((byte) next)
                        .put((byte) 255)
                        .array(),
                address(source),
                address(destination),
                payload);
    }

    /** An extension header of {@code units} times eight bytes whose options are padding. */
    public static byte[] extension(int next, int units) {
        byte[] header = new byte[8 * units];
        header[0] = (byte) next;
        header[1] = (byte) (units - 1);
        return header;
    }

    public static byte[] fragment(int next, int offset, boolean more) {
        return ByteBuffer.allocate(8)
                .putShort((short) (next << 8))
                .putShort((short) (offset | (more ? 1 : 0)))
                .putInt(7)
                .array();
    }

    /** A router advertisement that names {@code mac}. */
    public static byte[] routerAdvertisement(long mac) {
        return join(hex("8600 0000 40 00 0708 00000000 00000000"), linkLayer(1, mac));
    }

    /** A neighbour solicitation (135) or advertisement (136). */
    public static byte[] neighbour(int type, String target, byte[]... options) {
        return join(new byte[] {(byte) type, 0, 0, 0, 0x20, 0, 0, 0}, address(target), join(options));
    }

    /** The option with the source's (1) or the target's (2) address. */
    public static byte[] linkLayer(int type, long mac) {
        return join(new byte[] {(byte) type, 1}, mac(mac));
    }

    /** A DHCPv6 message about addresses. */
    public static byte[] dhcpv6(int type, int xid, int validSeconds, List<String> addresses) {
        byte[] all = join(addresses.stream()
                .map(text -> join(
                        hex("0005 0018"),
                        address(text),
                        ByteBuffer.allocate(8)
                                .putInt(validSeconds)
                                .putInt(validSeconds)
                                .array()))
                .toArray(byte[][]::new));
        return join(
                ByteBuffer.allocate(4).putInt(type << 24 | xid).array(),
                hex("0001 000a 0003 0001 020000000000"),
                ByteBuffer.allocate(4)
                        .putShort((short) 3)
                        .putShort((short) (12 + all.length))
                        .array(),
                hex("00000001 00000000 00000000"),
                all);
    }
}
