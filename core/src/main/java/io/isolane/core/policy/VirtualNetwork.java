package io.isolane.core.policy;

import java.util.Optional;

/**
 * Ports that one virtual switch joins, and what they may hear of each other. Immutable.
 *
 * @param mode how the network is isolated
 * @param inside for {@link IsolationMode#VLAN_PER_GUEST} and {@link IsolationMode#DEDICATED_UPLINK}, what happens inside it;
 *     the mode itself for every other
 * @param vlan for {@link IsolationMode#VLAN_PER_GUEST}, its VLAN on the uplink
 * @param privateVlan for {@link IsolationMode#PRIVATE_VLAN}, its VLANs
 * @param noFloodKnown whether frames for a station that was heard behind one of its ports go there alone, as {@link PortGuards#noFloodKnown}
 */
public record VirtualNetwork(
        String name,
        IsolationMode mode,
        IsolationMode inside,
        Optional<Integer> vlan,
        Optional<PrivateVlan> privateVlan,
        boolean noFloodKnown) {

    /** A network in a mode that needs nothing else; {@link IsolationMode#LEARNING} inside if it leaves that open. */
    public static VirtualNetwork of(String name, IsolationMode mode) {
        IsolationMode inside = mode.hasInside() ? IsolationMode.LEARNING : mode;
        return new VirtualNetwork(name, mode, inside, Optional.empty(), Optional.empty(), false);
    }

    public static VirtualNetwork vlanPerGuest(String name, int vlan, IsolationMode inside) {
        return new VirtualNetwork(
                name,
                IsolationMode.VLAN_PER_GUEST,
                inside,
                Optional.of(VidSet.requireVlan(vlan)),
                Optional.empty(),
                false);
    }

    public static VirtualNetwork dedicatedUplink(String name, IsolationMode inside) {
        return new VirtualNetwork(
                name, IsolationMode.DEDICATED_UPLINK, inside, Optional.empty(), Optional.empty(), false);
    }

    public static VirtualNetwork privateVlan(String name, PrivateVlan vlans) {
        IsolationMode mode = IsolationMode.PRIVATE_VLAN;
        return new VirtualNetwork(name, mode, mode, Optional.empty(), Optional.of(vlans), false);
    }

    /** The same network, in which stations stay known while their ports are up. */
    public VirtualNetwork withNoFloodKnown() {
        return new VirtualNetwork(name, mode, inside, vlan, privateVlan, true);
    }
}
