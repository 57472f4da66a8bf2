package io.isolane.tools.stack;

import io.isolane.core.policy.PortProfile;

/**
 * Who the stack is. Immutable.
 *
 * @param mac its station address
 * @param ip its IPv4 address, the first octet in the highest bits
 * @param prefixLength bits of its network's prefix, 0 to 32
 */
public record StackAddress(long mac, int ip, int prefixLength) {
    /** The first two octets of addresses that are made up: locally administered, individual (IEEE 802, 8.4). */
    private static final long LOCAL = 0x0200_0000_0000L;

    /** @throws IllegalArgumentException if the MAC address is no station's or the prefix is longer than an address */
    public StackAddress {
        PortProfile.requireStation(mac);
        if (prefixLength < 0 || prefixLength > Integer.SIZE) {
            throw new IllegalArgumentException("a prefix of " + prefixLength + " bits is not from 0 to 32");
        }
    }

    /** A stack whose MAC address is locally administered and ends in its IPv4 address. */
    public static StackAddress of(int ip, int prefixLength) {
        return new StackAddress(LOCAL | Integer.toUnsignedLong(ip), ip, prefixLength);
    }

    /** True for an address that the stack reaches without a router. */
    boolean isNeighbour(int other) {
        return prefixLength == 0 || (ip ^ other) >>> (Integer.SIZE - prefixLength) == 0;
    }
}
