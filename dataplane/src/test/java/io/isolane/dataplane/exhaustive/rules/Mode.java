package io.isolane.dataplane.exhaustive.rules;

import java.util.Locale;

/** What happens inside a virtual network. */
public enum Mode {
    SHARED_MEDIUM,
    HOST_SHIELDED,
    LEARNING,
    REGISTERED,
    PROTECTED,
    PRIVATE_VLAN;

    /** Hubs and networks after Virtual Server are one medium as far as their uplink is. */
    public boolean isShared() {
        return this == SHARED_MEDIUM || this == HOST_SHIELDED;
    }

    /** The name in the description. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
