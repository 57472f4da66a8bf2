package io.isolane.dataplane.reference;

import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may hear whom: the table of isolation modes as one question about two ports. */
final class ReferenceReach {
    private static final long BROADCAST = 0xffff_ffff_ffffL;

    private ReferenceReach() {}

    /** May a frame that entered at {@code from} in {@code vlan} ever leave at {@code to}? */
    static boolean contains(ReferencePort from, ReferencePort to, ReferenceVlan vlan) {
        if (from == to || to.profile.isAddressChanged() || !carries(to, vlan)) {
            return false;
        }
        boolean haveNetworkInCommon = from.networks.stream().anyMatch(to.networks::contains);
        boolean isFromUplinkToUplink = from.isUplink() && to.isUplink();
        if (!haveNetworkInCommon || isFromUplinkToUplink) {
            return isShared(from) && isShared(to);
        }
        boolean isProtected = from.profile.isProtected() && to.profile.isProtected();
        return !(modeBetween(from, to) == IsolationMode.PROTECTED && isProtected);
    }

    /** Hubs and networks after Virtual Server are one medium as far as their uplink is. */
    private static boolean isShared(ReferencePort port) {
        return port.networks.stream().anyMatch(network -> network.inside().isShared());
    }

    private static boolean carries(ReferencePort port, ReferenceVlan vlan) {
        if (vlan.isService() != port.isService()) {
            return false;
        }
        return switch (port.vlan) {
            case VlanMembership.Unspecified none -> true;
            case VlanMembership.Tunnel tunnel -> tunnel.vid() == vlan.vid();
            case VlanMembership.Trunk trunk -> trunk.allowed().contains(vlan.vid()) || trunk.nativeVid() == vlan.vid();
            case VlanMembership.Access access ->
                privateVlan(port)
                        .map(vlans -> hearsPrivate(port, access.vid(), vlans, vlan.vid()))
                        .orElse(access.vid() == vlan.vid());
        };
    }

    private static Optional<PrivateVlan> privateVlan(ReferencePort port) {
        return port.networks.stream()
                .map(VirtualNetwork::privateVlan)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean hearsPrivate(ReferencePort port, int own, PrivateVlan vlans, int vid) {
        boolean isPrimary = vid == vlans.primary();
        return switch (partOf(port).kind()) {
            case PROMISCUOUS ->
                isPrimary || vid == vlans.isolated() || vlans.communities().containsValue(vid);
            case ISOLATED -> isPrimary;
            case COMMUNITY -> isPrimary || vid == own;
        };
    }

    static PrivateVlanRole partOf(ReferencePort port) {
        return port.profile.privateVlanRole().orElse(PrivateVlanRole.PROMISCUOUS);
    }

    /** The mode that decides between two ports: that of the guest or host which sends, or which an uplink's frame is for. */
    private static IsolationMode modeBetween(ReferencePort from, ReferencePort to) {
        return from.isUplink() ? to.mode() : from.mode();
    }

    /** True for the host of a shielded network: what is for it is for nobody else. */
    static boolean isShieldedFrom(ReferencePort from, ReferencePort addressee) {
        return addressee.isHost() && modeBetween(from, addressee) == IsolationMode.HOST_SHIELDED;
    }

    /** Does {@code to}, in reach, hear unicast whose addressee is there, or, if null, unknown? */
    static boolean hears(ReferencePort from, ReferencePort to, @Nullable ReferencePort addressee) {
        boolean isForIt = to == addressee;
        boolean isUnknown = addressee == null;
        boolean listens = to.profile.promiscuous();
        return switch (modeBetween(from, to)) {
            case SHARED_MEDIUM -> true;
            case HOST_SHIELDED -> isForIt || (from.isHost() ? isUnknown && to.isUplink() : !to.isHost());
            case REGISTERED ->
                isForIt
                        || listens
                        || (isUnknown
                                && !from.isUplink()
                                && to.isUplink()
                                && to.profile.guards().flood().unknownUnicast());
            default ->
                isForIt || listens || (isUnknown && to.profile.guards().flood().unknownUnicast());
        };
    }

    /** Does {@code to}, in reach, hear a frame for the group {@code destination}? */
    static boolean hearsGroup(ReferencePort from, ReferencePort to, long destination) {
        if (ReferencePort.isLinkLocal(destination)) {
            return to.profile.linkLocal();
        }
        FloodControl flood = to.profile.guards().flood();
        boolean isFlooded = destination == BROADCAST ? flood.broadcast() : flood.multicast();
        return isFlooded || to.profile.promiscuous() || modeBetween(from, to).isShared();
    }
}
