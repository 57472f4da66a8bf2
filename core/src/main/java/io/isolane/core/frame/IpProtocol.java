package io.isolane.core.frame;

import java.util.Map;

/** Numbers of what an IP header is followed by (IANA, assigned internet protocol numbers). */
public final class IpProtocol {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int ICMPV6 = 58;
    public static final int SCTP = 132;
    public static final int UDP_LITE = 136;
    public static final int NO_NEXT_HEADER = 59;

    /** Extension headers of IPv6 (RFC 8200, 4; IANA lists them). */
    static final int HOP_BY_HOP = 0;

    static final int ROUTING = 43;
    static final int FRAGMENT = 44;
    static final int AUTHENTICATION = 51;
    static final int DESTINATION_OPTIONS = 60;
    static final int MOBILITY = 135;
    static final int HOST_IDENTITY = 139;
    static final int SHIM6 = 140;

    /** ICMP, IGMP, IPv4, TCP, UDP, DCCP, IPv6. */
    private static final long TO_63 =
            bits(1, 2, 4, TCP, UDP, 33, 41, 46, 47, 50, ICMPV6, NO_NEXT_HEADER); // also RSVP, GRE, ESP
    /** EIGRP, OSPF, PIM, IPComp, VRRP, L2TP. */
    private static final long TO_127 = bits(88, 89, 103, 108, 112, 115);
    /** SCTP, UDP-Lite, MPLS in IP, Ethernet. */
    private static final long TO_191 = bits(132, 136, 137, 143);

    /** Those that people know by name, as IANA writes it but in small letters. */
    private static final Map<String, Integer> NAMES = Map.of(
            "icmp", ICMP, "tcp", TCP, "udp", UDP, "dccp", DCCP, "icmpv6", ICMPV6, "sctp", SCTP, "udp-lite", UDP_LITE);

    private IpProtocol() {}

    /** The numbers of the protocols that have a name here, such as {@code tcp}. */
    public static Map<String, Integer> names() {
        return NAMES;
    }

    /** True if its header begins with a source and a destination port of two octets each. */
    public static boolean hasPorts(int number) {
        return switch (number) {
            case TCP, UDP, DCCP, SCTP, UDP_LITE -> true;
            default -> false;
        };
    }

    /** True if its header begins with a type and a code of one octet each. */
    public static boolean hasTypes(int number) {
        return number == ICMP || number == ICMPV6;
    }

    /** True for an extension header whose end can be found. */
    static boolean isExtension(int number) {
        return switch (number) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION_OPTIONS, MOBILITY, HOST_IDENTITY, SHIM6 ->
                true;
            default -> false;
        };
    }

    /**
     * True for a protocol known to be no extension header. Others might be one that a host understands, with anything behind it
     * (RFC 7113, 3).
     */
    static boolean isUpperLayer(int number) {
        long among = switch (number >>> 6) {
            case 0 -> TO_63;
            case 1 -> TO_127;
            case 2 -> TO_191;
            default -> 0;
        };
        return (among >>> number & 1) != 0;
    }

    private static long bits(int... numbers) {
        long bits = 0;
        for (int number : numbers) {
            bits |= 1L << number;
        }
        return bits;
    }
}
