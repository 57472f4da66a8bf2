package io.isolane.core.frame;

import io.isolane.core.memory.RawMemory;

/**
 * Reads Neighbour Discovery messages at absolute addresses (RFC 4861, 4), the ICMPv6 header first. Addresses as two numbers.
 * {@link #isSound} comes first: the others check nothing. Stateless; any thread that owns the frame.
 */
public final class NeighbourMessage {
    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;
    public static final int NEIGHBOUR_SOLICITATION = 135;
    public static final int NEIGHBOUR_ADVERTISEMENT = 136;
    public static final int REDIRECT = 137;

    private static final int TARGET = 8;
    private static final int OPTION_UNIT = 8;
    private static final int SOURCE_LINK_LAYER = 1;
    private static final int TARGET_LINK_LAYER = 2;

    private NeighbourMessage() {}

    public static int type(long message) {
        return RawMemory.getByte(message) & 0xff;
    }

    /** True for the five types of RFC 4861. */
    public static boolean isNeighbourDiscovery(int type) {
        return type >= ROUTER_SOLICITATION && type <= REDIRECT;
    }

    /** True for what only routers send. */
    public static boolean isRouters(int type) {
        return type == ROUTER_ADVERTISEMENT || type == REDIRECT;
    }

    /** True if the message of {@code length} bytes is whole and its options fill it exactly. */
    public static boolean isSound(long message, int length) {
        int at = headerLength(type(message));
        while (at + OPTION_UNIT <= length) {
            int option = optionLength(message + at);
            if (option == 0) {
                return false;
            }
            at += option;
        }
        return at == length;
    }

    /** The first eight octets of the address that a neighbour solicitation or advertisement is about. */
    public static long targetHigh(long message) {
        return RawMemory.getLongBigEndian(message + TARGET);
    }

    /** The last eight octets of the address that a neighbour solicitation or advertisement is about. */
    public static long targetLow(long message) {
        return RawMemory.getLongBigEndian(message + TARGET + Long.BYTES);
    }

    /**
     * True if every link-layer address that a sound message of {@code length} bytes carries is {@code mac}; also if it carries
     * none.
     */
    public static boolean namesOnly(long mac, long message, int length) {
        for (int at = headerLength(type(message)); at < length; at += optionLength(message + at)) {
            int code = RawMemory.getByte(message + at);
            if ((code == SOURCE_LINK_LAYER || code == TARGET_LINK_LAYER)
                    && (optionLength(message + at) != OPTION_UNIT
                            || (RawMemory.getLongBigEndian(message + at) & MacAddress.MASK) != mac)) {
                return false;
            }
        }
        return true;
    }

    /** True if a sound message of {@code length} bytes has options. */
    public static boolean hasOptions(long message, int length) {
        return headerLength(type(message)) < length;
    }

    private static int headerLength(int type) {
        return switch (type) {
            case ROUTER_SOLICITATION -> 8;
            case ROUTER_ADVERTISEMENT -> 16;
            case NEIGHBOUR_SOLICITATION, NEIGHBOUR_ADVERTISEMENT -> 24;
            default -> 40;
        };
    }

    private static int optionLength(long option) {
        return (RawMemory.getByte(option + 1) & 0xff) * OPTION_UNIT;
    }
}
