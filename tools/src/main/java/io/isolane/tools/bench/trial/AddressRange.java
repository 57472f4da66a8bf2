package io.isolane.tools.bench.trial;

import io.isolane.core.frame.MacAddress;

/**
 * Consecutive MAC addresses that frames take in turn. Immutable.
 *
 * @param first the first address, as {@link MacAddress} has it in a long
 * @param count addresses, at least 1
 */
public record AddressRange(long first, int count) {
    /**
     * Checks that the range has an address.
     *
     * @throws IllegalArgumentException if it has none
     */
    public AddressRange {
        if (count < 1) {
            throw new IllegalArgumentException(count + " addresses are not at least 1");
        }
    }

    /** One address alone. */
    public static AddressRange of(long mac) {
        return new AddressRange(mac, 1);
    }

    /** The address of the frame with this number, counted from 0. */
    public long at(long frame) {
        return first + frame % count;
    }
}
