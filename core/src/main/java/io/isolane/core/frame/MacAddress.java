package io.isolane.core.frame;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** 48-bit MAC addresses as longs: 00:11:22:33:44:55 is {@code 0x001122334455L} (IEEE 802, 8.2). */
public final class MacAddress {
    public static final long BROADCAST = 0xffff_ffff_ffffL;
    public static final long MASK = 0xffff_ffff_ffffL;

    private static final long GROUP_BIT = 1L << 40;
    private static final long LOCAL_BIT = 1L << 41;
    private static final long LINK_LOCAL = 0x0180_c200_0000L;
    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{2}([:-][0-9a-fA-F]{2}){5}");

    private MacAddress() {}

    /** True for multicast and broadcast: the first bit on the wire is set. */
    public static boolean isGroup(long mac) {
        return (mac & GROUP_BIT) != 0;
    }

    public static boolean isLocallyAdministered(long mac) {
        return (mac & LOCAL_BIT) != 0;
    }

    /** True for 01-80-C2-00-00-00 to -0F, which no bridge forwards (IEEE 802.1Q, table 8-1). */
    public static boolean isLinkLocal(long mac) {
        return (mac & ~0xfL) == LINK_LOCAL;
    }

    /** True for an address that can be a station's: neither group nor zero, and no more than 48 bits. */
    public static boolean isStation(long mac) {
        return mac != 0 && (mac & ~MASK) == 0 && !isGroup(mac);
    }

    /**
     * The address written as six pairs of hexadecimal digits with colons or hyphens.
     *
     * @throws IllegalArgumentException if {@code text} is not
     */
    public static long parse(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a MAC address: write six pairs of digits, as in 52:54:00:12:34:56");
        }
        return HexFormat.fromHexDigitsToLong(text.replaceAll("[:-]", ""));
    }

    public static String format(long mac) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(HexFormat.of().toHexDigits((byte) (mac >>> shift)));
            text.append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
