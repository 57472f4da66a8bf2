package io.isolane.tools.attack.packet;

import static io.isolane.tools.attack.packet.Octets.four;
import static io.isolane.tools.attack.packet.Octets.hex;
import static io.isolane.tools.attack.packet.Octets.ip;
import static io.isolane.tools.attack.packet.Octets.join;
import static io.isolane.tools.attack.packet.Octets.mac;

/** DHCP for IPv4 (RFC 2131, 2; options: RFC 2132). Stateless. */
public final class Dhcp {
    /** The port of servers. */
    public static final int SERVER_PORT = 67;

    /** The port of clients. */
    public static final int CLIENT_PORT = 68;

    /** A server offers an address. */
    public static final int OFFER = 2;

    /** A server gives one. */
    public static final int ACK = 5;

    private Dhcp() {}

    /** What a server says to {@code client}: it shall be {@code address}, and {@code server} its gateway and resolver. */
    public static byte[] answer(int type, long client, String address, String server) {
        return join(
                hex("02 01 06 00"),
                four(0x66),
                four(0),
                ip("0.0.0.0"),
                ip(address),
                ip(server),
                ip("0.0.0.0"),
                mac(client),
                new byte[10 + 64 + 128],
                hex("63825363"),
                new byte[] {53, 1, (byte) type},
                hex("3604"),
                ip(server),
                hex("3304 00000e10"),
                hex("0304"),
                ip(server),
                hex("0604"),
                ip(server),
                hex("ff"));
    }
}
