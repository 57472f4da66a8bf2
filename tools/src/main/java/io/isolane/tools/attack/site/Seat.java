package io.isolane.tools.attack.site;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where one who takes part in an attack is connected: to a port of the switch. */
public enum Seat {
    /** A guest that attacks. */
    ATTACKER("attacker", 1),
    /** A guest of the attacker's VLAN. */
    VICTIM("victim", 2),
    /** Whom the victim talks to, beyond the uplink where there is one. */
    PEER("peer", 3),
    /** A guest of another VLAN. */
    STRANGER("stranger", 4),
    /** A trunk of both VLANs: the attacker's is the native one and leaves without a tag. */
    TRUNK("trunk", 5),
    /** A trunk that the attacker has: of its own VLAN, the native one, and of one more, not of the stranger's. */
    GUEST_TRUNK("guest-trunk", 6);

    private static final long MAC_PREFIX = 0x02_a7_00_00_00_00L;

    private final String label;
    private final int number;

    Seat(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /** The name in tables, captures and evidence. */
    public String label() {
        return label;
    }

    /** The address of the station there. */
    public long mac() {
        return MAC_PREFIX | number;
    }

    /** Its IPv4 address. */
    public String ipv4() {
        return "10.66.0." + number;
    }

    /** Its IPv6 address. */
    public String ipv6() {
        return "fd66::" + number;
    }

    /** Its IPv6 link-local address. */
    public String linkLocal() {
        return "fe80::66:" + number;
    }

    /** Whose address this is, if it is a station's that takes part. */
    public static Optional<Seat> of(long mac) {
        return Arrays.stream(values()).filter(seat -> seat.mac() == mac).findFirst();
    }

    /** All of them in the order in which interfaces are named. */
    public static String order() {
        return Arrays.stream(values()).map(Seat::label).collect(Collectors.joining(", "));
    }
}
