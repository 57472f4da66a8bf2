package io.isolane.tools.attack.site;

import static io.isolane.tools.attack.site.FlatTopologies.FOREIGN;
import static io.isolane.tools.attack.site.FlatTopologies.NETWORK;
import static io.isolane.tools.attack.site.FlatTopologies.OTHER;
import static io.isolane.tools.attack.site.FlatTopologies.OWN;
import static io.isolane.tools.attack.site.FlatTopologies.built;
import static io.isolane.tools.attack.site.FlatTopologies.guest;

import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Attacker and victim in one VLAN, a stranger in another, and trunks whose native VLAN is the attacker's. Stateless. */
final class VlanTopologies {
    private static final int SPARE = 11;

    private VlanTopologies() {}

    static Topology of(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM, HOST_SHIELDED, LEARNING -> one(mode, UnaryOperator.identity());
            case REGISTERED -> one(mode, UnaryOperator.identity()).with(Guard.KNOWN_ADDRESSES);
            case PROTECTED -> one(mode, guest -> guest.protectedPort(true));
            case PRIVATE_VLAN -> privateVlan();
            case VLAN_PER_GUEST -> FlatTopologies.dividedUplink();
            case DEDICATED_UPLINK -> uplinkForEach();
        };
    }

    /** Native in the attacker's VLAN, which is how a hop begins. */
    private static VlanMembership trunk(int other) {
        return new VlanMembership.Trunk(VidSet.of(other), OWN, false, EtherType.CUSTOMER_TAG);
    }

    private static Topology one(IsolationMode mode, UnaryOperator<PortProfileBuilder> guest) {
        return new Topology(
                mode,
                List.of(VirtualNetwork.of(NETWORK, mode)),
                built(
                        guest.apply(own(Seat.ATTACKER, mode).vlan(VlanMembership.access(OWN))),
                        guest.apply(own(Seat.VICTIM, mode).vlan(VlanMembership.access(OWN))),
                        guest.apply(own(Seat.STRANGER, mode).vlan(VlanMembership.access(FOREIGN))),
                        guest.apply(own(Seat.GUEST_TRUNK, mode).vlan(trunk(SPARE))),
                        PortProfile.uplink(Seat.PEER.label(), NETWORK).vlan(VlanMembership.access(OWN)),
                        PortProfile.uplink(Seat.TRUNK.label(), NETWORK).vlan(trunk(FOREIGN))),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label()),
                        Seat.STRANGER, Plug.of(Seat.STRANGER.label()),
                        Seat.TRUNK, Plug.of(Seat.TRUNK.label()),
                        Seat.GUEST_TRUNK, Plug.of(Seat.GUEST_TRUNK.label())),
                OWN,
                FOREIGN);
    }

    private static PortProfileBuilder own(Seat seat, IsolationMode mode) {
        return mode == IsolationMode.REGISTERED ? guest(seat).addresses(seat.mac()) : guest(seat);
    }

    /** Two isolated guests, and a stranger in a community, whose VLANs are all parts of one. */
    private static Topology privateVlan() {
        Topology flat = FlatTopologies.of(IsolationMode.PRIVATE_VLAN);
        List<PortProfile> ports = new ArrayList<>(flat.ports());
        ports.add(guest(Seat.STRANGER)
                .privateVlanRole(PrivateVlanRole.community("tenant"))
                .build());
        return new Topology(
                flat.mode(),
                flat.networks(),
                ports,
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label()),
                        Seat.STRANGER, Plug.of(Seat.STRANGER.label())),
                FlatTopologies.PRIVATE.isolated(),
                FlatTopologies.PRIVATE.communities().getOrDefault("tenant", 0));
    }

    /** Two networks that know the same two VLANs. */
    private static Topology uplinkForEach() {
        return new Topology(
                IsolationMode.DEDICATED_UPLINK,
                List.of(
                        VirtualNetwork.dedicatedUplink(NETWORK, IsolationMode.LEARNING),
                        VirtualNetwork.dedicatedUplink(OTHER, IsolationMode.LEARNING)),
                built(
                        guest(Seat.ATTACKER).vlan(VlanMembership.access(OWN)),
                        guest(Seat.GUEST_TRUNK).vlan(trunk(SPARE)),
                        PortProfile.guest(Seat.VICTIM.label(), OTHER).vlan(VlanMembership.access(FOREIGN)),
                        PortProfile.uplink(Seat.TRUNK.label(), NETWORK).vlan(trunk(FOREIGN)),
                        PortProfile.uplink(Seat.PEER.label(), OTHER).vlan(VlanMembership.access(FOREIGN))),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.GUEST_TRUNK, Plug.of(Seat.GUEST_TRUNK.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.STRANGER, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label()),
                        Seat.TRUNK, Plug.of(Seat.TRUNK.label())),
                OWN,
                FOREIGN);
    }
}
