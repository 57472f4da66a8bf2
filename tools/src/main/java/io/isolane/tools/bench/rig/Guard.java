package io.isolane.tools.bench.rig;

import java.util.Locale;

/** The guards of a port, by the keys that the configuration has for them. */
public enum Guard {
    FLOOD,
    STORM_CONTROL,
    RATE_LIMIT,
    DHCP_GUARD,
    RA_GUARD,
    ARP_INSPECTION,
    ND_INSPECTION,
    SOURCE_GUARD,
    DHCP_SNOOPING;

    /** As the configuration writes it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
