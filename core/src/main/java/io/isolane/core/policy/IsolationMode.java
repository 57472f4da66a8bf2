package io.isolane.core.policy;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the ports of a virtual network may hear of each other. Each mode is the default behaviour of a product. */
public enum IsolationMode {
    /** VMware Server: a hub. Every frame leaves on every other port of every such network on the uplink. */
    SHARED_MEDIUM,
    /** Microsoft Virtual Server 2005 R2: guests hear guests and the LAN; the host's frames reach their addressee alone. */
    HOST_SHIELDED,
    /** XenExpress and the physical switch: MAC learning; known unicast leaves on one port. */
    LEARNING,
    /** VMware ESX: guests' addresses are known from their configuration and nothing is learnt from them. */
    REGISTERED,
    /** Broadcom Advanced Control Suite: one uplink, an 802.1Q trunk, divided into one virtual NIC for each network. */
    VLAN_PER_GUEST,
    /** A physical NIC for each virtual network. */
    DEDICATED_UPLINK,
    /** Private VLANs of the ESX distributed switch and Cisco: promiscuous, isolated and community ports. */
    PRIVATE_VLAN,
    /** Protected ports of Cisco and OVS, isolated ones of the Linux bridge: they never exchange a frame with each other. */
    PROTECTED;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The name in configuration, commands and results, such as {@code shared-medium}. */
    public String label() {
        return label;
    }

    /** True for a mode that says how networks share an uplink and leaves what happens inside to another. */
    public boolean hasInside() {
        return this == VLAN_PER_GUEST || this == DEDICATED_UPLINK;
    }

    /** True for a mode in which guests hear unicast that is not theirs, by design. */
    public boolean isShared() {
        return this == SHARED_MEDIUM || this == HOST_SHIELDED;
    }

    /**
     * The mode with this label.
     *
     * @throws IllegalArgumentException that lists the labels there are
     */
    public static IsolationMode of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + label + "' is not an isolation mode: use one of " + labels()));
    }

    private static String labels() {
        return Arrays.stream(values()).map(IsolationMode::label).collect(Collectors.joining(", "));
    }
}
