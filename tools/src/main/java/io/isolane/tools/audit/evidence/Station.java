package io.isolane.tools.audit.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who takes part in the experiment. A frame tells by its MAC addresses who sent it and to whom. */
public enum Station {
    /** A guest that captures promiscuously. */
    VM1("VM1", 11),
    /** A guest that talks to the LAN and to VM3. */
    VM2("VM2", 12),
    /** A guest that answers VM2. */
    VM3("VM3", 13),
    /** A guest that captures promiscuously on another virtual network of the same uplink. */
    VM4("VM4", 14),
    /** The physical host's own interface. */
    HOST("host", 10),
    /** The server beyond the uplink; it has an interface, with a MAC address of its own, in each segment. */
    LAN("LAN", 1);

    /** Locally administered; the two bytes behind it are the segment and the station. */
    private static final long MAC_PREFIX = 0x02_00_00_00_00_00L;

    private final String label;
    private final int number;

    Station(String label, int number) {
        this.label = label;
        this.number = number;
    }

    /** The station that has this address. */
    public static Optional<Station> of(long mac) {
        return (mac & ~0xffffL) == MAC_PREFIX
                ? Arrays.stream(values())
                        .filter(station -> station.number == (mac & 0xff))
                        .findFirst()
                : Optional.empty();
    }

    /** The segment in which an address of {@link #LAN} is. */
    public static int segmentOf(long mac) {
        return (int) (mac >>> Byte.SIZE & 0xff);
    }

    /** The name in tables and captures. */
    public String label() {
        return label;
    }

    /** The name of its port, namespace and so on. */
    public String port() {
        return label.toLowerCase(Locale.ROOT);
    }

    /** The last byte of its IPv4 address. */
    public int number() {
        return number;
    }

    /** Its MAC address; that of its interface in a segment if it is the LAN server. */
    public long mac(int segment) {
        return MAC_PREFIX | (this == LAN ? (long) segment << Byte.SIZE : 0) | number;
    }
}
