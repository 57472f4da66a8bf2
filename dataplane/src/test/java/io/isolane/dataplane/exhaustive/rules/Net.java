package io.isolane.dataplane.exhaustive.rules;

/**
 * A virtual network.
 *
 * @param vid its VLAN on the uplink where {@code division} is by VLAN, else 0
 */
public record Net(Mode inside, Division division, int vid) {
    /** How networks share an uplink. */
    public enum Division {
        /** As the mode inside says. */
        NONE,
        VLAN_PER_GUEST,
        DEDICATED_UPLINK
    }

    public static Net of(Mode mode) {
        return new Net(mode, Division.NONE, 0);
    }

    boolean bringsVlans() {
        return division == Division.VLAN_PER_GUEST || inside == Mode.PRIVATE_VLAN;
    }
}
