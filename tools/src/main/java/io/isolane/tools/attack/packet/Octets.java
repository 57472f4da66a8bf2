package io.isolane.tools.attack.packet;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes of packets. Stateless. */
public final class Octets {
    private static final int MAC_LENGTH = 6;

    private Octets() {}

    /** The bytes of these digits; spaces do not count. */
    public static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /** One after the other. */
    public static byte[] join(byte[]... parts) {
        ByteBuffer whole = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(whole::put);
        return whole.array();
    }

    /** A number of two bytes. */
    public static byte[] two(int number) {
        return ByteBuffer.allocate(Short.BYTES).putShort((short) number).array();
    }

    /** A number of four bytes. */
    public static byte[] four(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    /** The address of six bytes. */
    public static byte[] mac(long mac) {
        byte[] eight = ByteBuffer.allocate(Long.BYTES).putLong(mac).array();
        return Arrays.copyOfRange(eight, Long.BYTES - MAC_LENGTH, Long.BYTES);
    }

    /** The address of four or sixteen bytes. */
    public static byte[] ip(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }

    /** The Internet checksum (RFC 1071) of these bytes. */
    static int checksum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            sum += i % 2 == 0 ? octet << Byte.SIZE : octet;
        }
        while (sum >>> Short.SIZE != 0) {
            sum = (sum & 0xffff) + (sum >>> Short.SIZE);
        }
        return (int) ~sum & 0xffff;
    }

    /** The same bytes with the checksum in its place, two bytes that were 0. */
    static byte[] withChecksum(byte[] bytes, int place, int checksum) {
        byte[] whole = bytes.clone();
        ByteBuffer.wrap(whole).putShort(place, (short) checksum);
        return whole;
    }
}
