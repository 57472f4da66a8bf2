package io.isolane.tools.config;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interface's IP address and the length of its network's prefix in bits, as in {@code 10.0.0.1/24}. Immutable. */
public record IpPrefix(InetAddress address, int length) {
    static final String FORM = "an IP address with its prefix length, as in `10.0.0.1/24` or `fd00::1/64`";

    private static final String COMPLAINT = "is not " + FORM.replace(", as", "; write it as");
    private static final String ADDRESS = "(\\d+\\.\\d+\\.\\d+\\.\\d+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)";
    private static final Pattern TEXT = Pattern.compile(ADDRESS + "/(\\d{1,3})");

    /**
     * The prefix that {@code text} says.
     *
     * @throws IllegalArgumentException if it says none
     */
    public static IpPrefix parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(COMPLAINT);
        }
        InetAddress address = literal(parts.group(1));
        int length = Integer.parseInt(parts.group(2));
        if (length > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException(COMPLAINT);
        }
        return new IpPrefix(address, length);
    }

    /**
     * The address that {@code text} says, without a prefix.
     *
     * @throws IllegalArgumentException if it says none
     */
    static InetAddress parseAddress(String text) {
        if (!text.matches(ADDRESS)) {
            throw new IllegalArgumentException("no address: " + text);
        }
        return literal(text);
    }

    /** True for an address of four octets that one interface can have. */
    boolean isIpv4Host() {
        return address instanceof Inet4Address && !address.isAnyLocalAddress() && !address.isMulticastAddress();
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(COMPLAINT, malformed);
        }
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + length;
    }
}
