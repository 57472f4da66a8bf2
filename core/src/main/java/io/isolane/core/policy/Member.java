package io.isolane.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A port with its networks looked up and its place in VLANs settled.
 *
 * @param networks the network of a guest or host port, those an uplink carries
 * @param vlan never {@link VlanMembership.Unspecified} in a domain that has VLANs
 * @param privateVlan the private VLAN it is an edge port of
 */
record Member(
        int index,
        PortProfile profile,
        List<VirtualNetwork> networks,
        VlanMembership vlan,
        Optional<PrivateVlan> privateVlan) {

    PortClass portClass() {
        return switch (vlan) {
            case VlanMembership.Unspecified u -> PortClass.TRANSPARENT;
            case VlanMembership.Access a -> PortClass.ACCESS;
            case VlanMembership.Trunk t -> PortClass.TRUNK;
            case VlanMembership.Tunnel t -> PortClass.TUNNEL;
        };
    }

    /** The VLANs in which its frames enter. */
    IntStream entryVids() {
        return switch (vlan) {
            case VlanMembership.Unspecified u -> IntStream.of(Vlan.TRANSPARENT);
            case VlanMembership.Access a -> IntStream.of(a.vid());
            case VlanMembership.Tunnel t -> IntStream.of(t.vid());
            case VlanMembership.Trunk t ->
                IntStream.concat(IntStream.of(t.nativeVid()), t.allowed().stream())
                        .filter(vid -> vid != VlanMembership.NO_NATIVE)
                        .distinct();
        };
    }

    /** The VLAN of its untagged frames, or -1. */
    int untaggedVid() {
        return switch (vlan) {
            case VlanMembership.Unspecified u -> Vlan.TRANSPARENT;
            case VlanMembership.Access a -> a.vid();
            case VlanMembership.Tunnel t -> t.vid();
            case VlanMembership.Trunk t -> t.nativeVid() == VlanMembership.NO_NATIVE ? -1 : t.nativeVid();
        };
    }

    /** Service VLANs and customer VLANs are different VLANs, even under the same number. */
    boolean isService() {
        return vlan instanceof VlanMembership.Tunnel
                || (vlan instanceof VlanMembership.Trunk trunk && trunk.isService());
    }

    /** True if frames of the VLAN may leave on the port, as far as VLANs say. */
    boolean carries(Vlan candidate) {
        if (candidate.isService() != isService()) {
            return false;
        }
        if (privateVlan.isPresent()) {
            return hears(privateVlan.get(), candidate.vid());
        }
        return vlan instanceof VlanMembership.Trunk trunk
                ? trunk.carries(candidate.vid())
                : candidate.vid() == untaggedVid();
    }

    /** True if frames of the VLAN leave on the port with a tag. */
    boolean tags(Vlan candidate) {
        return vlan instanceof VlanMembership.Trunk trunk && trunk.tags(candidate.vid());
    }

    private boolean hears(PrivateVlan vlans, int vid) {
        PrivateVlanRole part = profile.privateVlanRole().orElse(PrivateVlanRole.PROMISCUOUS);
        boolean promiscuous = part.kind() == PrivateVlanRole.Kind.PROMISCUOUS;
        return vid == vlans.primary()
                || (promiscuous
                        && (vid == vlans.isolated() || vlans.communities().containsValue(vid)))
                || (part.kind() == PrivateVlanRole.Kind.COMMUNITY && vid == untaggedVid());
    }
}
