package io.isolane.tools.attack.packet;

import static io.isolane.tools.attack.packet.Octets.hex;
import static io.isolane.tools.attack.packet.Octets.ip;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.mac;

/** Messages about routers, neighbours and addresses, for {@link Ipv6Packet}. Stateless. */
public final class Ipv6Message {
    private static final int SOLICITATION = 135;
    private static final int ADVERTISEMENT = 136;
    private static final int REDIRECT = 137;
    private static final int SOURCE_OPTION = 1;
    private static final int TARGET_OPTION = 2;

    private Ipv6Message() {}

    /** A router advertisement (RFC 4861, 4.2): the station {@code mac} is a router for 1,800 s. */
    public static byte[] routerAdvertisement(long mac) {
        return join(hex("86000000 40 08 0708 00000000 00000000"), linkLayer(SOURCE_OPTION, mac));
    }

    /** A redirect (4.5): what is for {@code destination} shall go to {@code target}, whose address is {@code mac}. */
    public static byte[] redirect(String target, String destination, long mac) {
        return join(
                new byte[] {(byte) REDIRECT, 0, 0, 0, 0, 0, 0, 0},
                ip(target),
                ip(destination),
                linkLayer(TARGET_OPTION, mac));
    }

    /** A neighbour advertisement (4.4) that overrides what is known: {@code target} has the address {@code mac}. */
    public static byte[] neighbourAdvertisement(String target, long mac) {
        return join(
                new byte[] {(byte) ADVERTISEMENT, 0, 0, 0, 0x20, 0, 0, 0}, ip(target), linkLayer(TARGET_OPTION, mac));
    }

    /** A neighbour solicitation (4.3): who asks for {@code target} has the address {@code mac}. */
    public static byte[] neighbourSolicitation(String target, long mac) {
        return join(new byte[] {(byte) SOLICITATION, 0, 0, 0, 0, 0, 0, 0}, ip(target), linkLayer(SOURCE_OPTION, mac));
    }

    /** What a DHCPv6 server says (RFC 8415, 8), an advertise (2), a reply (7) or a reconfigure (10): {@code resolver} is the DNS server. */
    public static byte[] dhcpv6(int type, long client, String resolver) {
        return join(
                new byte[] {(byte) type, 0, 0, 0x66},
                hex("0001 000a 0003 0001"),
                mac(client),
                hex("0002 000a 0003 0001 02a700000001"),
                hex("0017 0010"),
                ip(resolver));
    }

    private static byte[] linkLayer(int option, long mac) {
        return join(new byte[] {(byte) option, 1}, mac(mac));
    }
}
