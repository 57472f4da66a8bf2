package io.isolane.tools.attack.site;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Attacker and victim as the guests of a switch without VLANs of their own, the peer beyond its uplink. Stateless. */
final class FlatTopologies {
    static final int OWN = 10;
    static final int FOREIGN = 20;
    static final String NETWORK = "net";
    static final String OTHER = "other";
    static final PrivateVlan PRIVATE = new PrivateVlan(100, 101, Map.of("tenant", 102));

    private FlatTopologies() {}

    static Topology of(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM, HOST_SHIELDED, LEARNING -> one(mode, guest(Seat.ATTACKER), guest(Seat.VICTIM));
            case REGISTERED -> one(mode, registered(Seat.ATTACKER), registered(Seat.VICTIM));
            case PROTECTED ->
                one(
                        mode,
                        guest(Seat.ATTACKER).protectedPort(true),
                        guest(Seat.VICTIM).protectedPort(true));
            case PRIVATE_VLAN -> privateVlan();
            case VLAN_PER_GUEST -> dividedUplink();
            case DEDICATED_UPLINK -> uplinkForEach();
        };
    }

    static PortProfileBuilder guest(Seat seat) {
        return PortProfile.guest(seat.label(), NETWORK);
    }

    /** A guest has an address of its own, and the victim one more for a guest behind it that comes later. */
    static PortProfileBuilder registered(Seat seat) {
        PortProfileBuilder guest = guest(seat).addresses(seat.mac());
        return seat == Seat.VICTIM ? guest.addresses(Newcomer.MAC) : guest;
    }

    private static Topology one(IsolationMode mode, PortProfileBuilder attacker, PortProfileBuilder victim) {
        return new Topology(
                mode,
                List.of(VirtualNetwork.of(NETWORK, mode)),
                built(attacker, victim, PortProfile.uplink(Seat.PEER.label(), NETWORK)),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label())),
                OWN,
                FOREIGN);
    }

    /** Two isolated guests and the way to the world, to which both may talk. */
    private static Topology privateVlan() {
        return new Topology(
                IsolationMode.PRIVATE_VLAN,
                List.of(VirtualNetwork.privateVlan(NETWORK, PRIVATE)),
                built(
                        guest(Seat.ATTACKER).privateVlanRole(PrivateVlanRole.ISOLATED),
                        guest(Seat.VICTIM).privateVlanRole(PrivateVlanRole.ISOLATED),
                        PortProfile.uplink(Seat.PEER.label(), NETWORK).privateVlanRole(PrivateVlanRole.PROMISCUOUS)),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label())),
                PRIVATE.isolated(),
                PRIVATE.primary());
    }

    /** A network of its own for each guest, hubs inside; the peer is met beyond the trunk, in the victim's VLAN. */
    static Topology dividedUplink() {
        String uplink = Seat.TRUNK.label();
        return new Topology(
                IsolationMode.VLAN_PER_GUEST,
                List.of(
                        VirtualNetwork.vlanPerGuest(NETWORK, OWN, IsolationMode.SHARED_MEDIUM),
                        VirtualNetwork.vlanPerGuest(OTHER, FOREIGN, IsolationMode.SHARED_MEDIUM)),
                built(
                        guest(Seat.ATTACKER),
                        PortProfile.guest(Seat.VICTIM.label(), OTHER),
                        PortProfile.uplink(uplink, NETWORK, OTHER).vlan(VlanMembership.trunk(OWN, FOREIGN))),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.STRANGER, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, new Plug(uplink, FOREIGN),
                        Seat.TRUNK, Plug.of(uplink)),
                OWN,
                FOREIGN);
    }

    private static Topology uplinkForEach() {
        return new Topology(
                IsolationMode.DEDICATED_UPLINK,
                List.of(
                        VirtualNetwork.dedicatedUplink(NETWORK, IsolationMode.SHARED_MEDIUM),
                        VirtualNetwork.dedicatedUplink(OTHER, IsolationMode.SHARED_MEDIUM)),
                built(
                        guest(Seat.ATTACKER),
                        PortProfile.guest(Seat.VICTIM.label(), OTHER),
                        PortProfile.uplink("uplink", NETWORK),
                        PortProfile.uplink(Seat.PEER.label(), OTHER)),
                Map.of(
                        Seat.ATTACKER, Plug.of(Seat.ATTACKER.label()),
                        Seat.VICTIM, Plug.of(Seat.VICTIM.label()),
                        Seat.PEER, Plug.of(Seat.PEER.label())),
                OWN,
                FOREIGN);
    }

    static List<PortProfile> built(PortProfileBuilder... ports) {
        return Stream.of(ports).map(PortProfileBuilder::build).toList();
    }
}
