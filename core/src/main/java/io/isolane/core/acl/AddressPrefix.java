package io.isolane.core.acl;

import io.isolane.core.frame.IpAddress;

/**
 * The IP addresses that begin alike. Immutable.
 *
 * @param address the first of them
 * @param length how many bits they have in common: up to 32, or 128 in IPv6
 */
public record AddressPrefix(IpAddress address, int length) {
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    /** @throws IllegalArgumentException for a length out of range, or an address with bits behind it */
    public AddressPrefix {
        int most = address.isV6() ? V6_BITS : V4_BITS;
        if (length < 0 || length > most) {
            throw new IllegalArgumentException(
                    "a prefix of " + length + " bits is not from 0 to " + most + " bits of " + address);
        }
        IpAddress first = first(address, length);
        if (!first.equals(address)) {
            throw new IllegalArgumentException(
                    address + "/" + length + " has bits behind its prefix: write " + first + "/" + length);
        }
    }

    /** The prefix of {@code length} bits that {@code address} has, which may have any bits behind it. */
    public static AddressPrefix around(IpAddress address, int length) {
        return new AddressPrefix(first(address, length), length);
    }

    /** The values of the first eight octets, in IPv6. */
    Span high() {
        return span(address.high(), Long.SIZE - Math.min(length, Long.SIZE));
    }

    /** The values of the last eight octets, or of all four. */
    Span low() {
        int free = (address.isV6() ? V6_BITS : V4_BITS) - length;
        return span(address.low(), Math.min(free, Long.SIZE));
    }

    private static Span span(long first, int freeBits) {
        return new Span(first, first | lowBits(freeBits));
    }

    private static long lowBits(int count) {
        return count == 0 ? 0 : -1L >>> (Long.SIZE - count);
    }

    private static IpAddress first(IpAddress address, int length) {
        if (!address.isV6()) {
            return new IpAddress(false, 0, address.low() & ~lowBits(Math.clamp(V4_BITS - (long) length, 0, V4_BITS)));
        }
        long high = address.high() & ~lowBits(Math.clamp(Long.SIZE - (long) length, 0, Long.SIZE));
        return IpAddress.v6(high, address.low() & ~lowBits(Math.clamp(V6_BITS - (long) length, 0, Long.SIZE)));
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }
}
