package io.isolane.core.frame;

/**
 * An IP address as two numbers. Immutable.
 *
 * @param high the first eight octets of an IPv6 address; 0 of an IPv4 address
 * @param low the last eight octets, or the four of an IPv4 address
 */
public record IpAddress(boolean isV6, long high, long low) {
    /** @throws IllegalArgumentException if an IPv4 address has more than four octets */
    public IpAddress {
        if (!isV6 && (high != 0 || low >>> Integer.SIZE != 0)) {
            throw new IllegalArgumentException("an IPv4 address has four octets");
        }
    }

    /** The IPv4 address of this number. */
    public static IpAddress v4(int octets) {
        return new IpAddress(false, 0, octets & 0xffff_ffffL);
    }

    /** The IPv6 address of these octets. */
    public static IpAddress v6(long high, long low) {
        return new IpAddress(true, high, low);
    }

    /**
     * The address of these octets in network order.
     *
     * @throws IllegalArgumentException if they are neither four nor sixteen
     */
    public static IpAddress of(byte[] octets) {
        return switch (octets.length) {
            case Integer.BYTES -> v4((int) number(octets, 0, Integer.BYTES));
            case 2 * Long.BYTES -> v6(number(octets, 0, Long.BYTES), number(octets, Long.BYTES, Long.BYTES));
            default -> throw new IllegalArgumentException("an IP address has 4 or 16 octets, not " + octets.length);
        };
    }

    /** True for an address that one host can have: not unspecified, no loopback, no multicast and no broadcast. */
    public boolean isHosts() {
        int first = (int) (isV6 ? high >>> 56 : low >>> 24);
        return isV6
                ? first != 0xff && !(high == 0 && (low == 0 || low == 1))
                : first != 0 && first != 127 && first < 224;
    }

    /** As RFC 5952 writes IPv6, and in decimal with dots for IPv4. */
    @Override
    public String toString() {
        return isV6 ? groups() : octets();
    }

    private String octets() {
        return (low >>> 24) + "." + (low >>> 16 & 0xff) + "." + (low >>> 8 & 0xff) + "." + (low & 0xff);
    }

    private String groups() {
        int gap = longestGap();
        int gapEnd = gap + zerosFrom(gap);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < Long.BYTES) {
            boolean isGap = at == gap && gapEnd - gap > 1;
            text.append(isGap ? at == 0 ? ":" : "" : Integer.toHexString(group(at)));
            at = isGap ? gapEnd : at + 1;
            text.append(isGap || at < Long.BYTES ? ":" : "");
        }
        return text.toString();
    }

    private int longestGap() {
        int longest = 0;
        for (int at = 1; at < Long.BYTES; at++) {
            longest = zerosFrom(at) > zerosFrom(longest) ? at : longest;
        }
        return longest;
    }

    private int zerosFrom(int from) {
        int at = from;
        while (at < Long.BYTES && group(at) == 0) {
            at++;
        }
        return at - from;
    }

    /** One of eight groups of 16 bits. */
    private int group(int at) {
        return (int) ((at < 4 ? high : low) >>> (48 - 16 * (at & 3))) & 0xffff;
    }

    private static long number(byte[] octets, int from, int count) {
        long number = 0;
        for (int i = from; i < from + count; i++) {
            number = number << 8 | (octets[i] & 0xff);
        }
        return number;
    }
}
