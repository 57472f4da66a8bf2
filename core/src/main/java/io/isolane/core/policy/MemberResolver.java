package io.isolane.core.policy;

import io.isolane.core.frame.EtherType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Settles the place in VLANs of ports that leave it to their network. */
final class MemberResolver {
    /** The VLAN of ports that name none in a network where others do (IEEE 802.1Q, table 9-2). */
    private static final int DEFAULT_VID = 1;

    private final SortedMap<Integer, PortProfile> profiles;

    MemberResolver(SortedMap<Integer, PortProfile> profiles) {
        this.profiles = profiles;
    }

    Domain resolve(List<VirtualNetwork> networks) {
        boolean hasVlans = haveVlans(networks, profiles.values());
        List<Member> members = new ArrayList<>();
        for (var entry : profiles.entrySet()) {
            if (isIn(entry.getValue(), networks)) {
                members.add(member(entry.getKey(), entry.getValue(), networks, hasVlans));
            }
        }
        return new Domain(networks, members);
    }

    /** True if the networks of a domain, or one of their ports, have VLANs: frames are in one then, and else in none. */
    static boolean haveVlans(List<VirtualNetwork> networks, Collection<PortProfile> ports) {
        return networks.stream().anyMatch(MemberResolver::bringsVlans)
                || ports.stream()
                        .anyMatch(port -> isIn(port, networks) && !(port.vlan() instanceof VlanMembership.Unspecified));
    }

    private static Member member(int index, PortProfile profile, List<VirtualNetwork> domain, boolean hasVlans) {
        List<VirtualNetwork> own = domain.stream()
                .filter(network -> profile.networks().contains(network.name()))
                .toList();
        Optional<PrivateVlan> privateVlan = own.stream()
                .flatMap(network -> network.privateVlan().stream())
                .findFirst()
                .filter(vlans -> !(profile.vlan() instanceof VlanMembership.Trunk));
        return new Member(index, profile, own, vlan(profile, own, privateVlan, hasVlans), privateVlan);
    }

    private static VlanMembership vlan(
            PortProfile profile, List<VirtualNetwork> own, Optional<PrivateVlan> privateVlan, boolean hasVlans) {
        if (!hasVlans || !(profile.vlan() instanceof VlanMembership.Unspecified)) {
            return profile.vlan();
        }
        if (privateVlan.isPresent()) {
            return new VlanMembership.Access(entryVid(profile, privateVlan.get()));
        }
        if (own.getFirst().mode() == IsolationMode.VLAN_PER_GUEST) {
            int[] vids = own.stream()
                    .mapToInt(network -> network.vlan().orElse(DEFAULT_VID))
                    .toArray();
            return profile.isUplink() ? VlanMembership.trunk(vids) : new VlanMembership.Access(vids[0]);
        }
        return profile.isUplink()
                ? new VlanMembership.Trunk(VidSet.ALL, DEFAULT_VID, false, EtherType.CUSTOMER_TAG)
                : new VlanMembership.Access(DEFAULT_VID);
    }

    private static int entryVid(PortProfile profile, PrivateVlan vlans) {
        PrivateVlanRole part = profile.privateVlanRole().orElse(PrivateVlanRole.PROMISCUOUS);
        return switch (part.kind()) {
            case PROMISCUOUS -> vlans.primary();
            case ISOLATED -> vlans.isolated();
            case COMMUNITY -> vlans.communities().getOrDefault(part.community(), vlans.isolated());
        };
    }

    private static boolean bringsVlans(VirtualNetwork network) {
        return network.mode() == IsolationMode.VLAN_PER_GUEST
                || network.privateVlan().isPresent();
    }

    static boolean isIn(PortProfile profile, List<VirtualNetwork> networks) {
        return networks.stream().anyMatch(network -> profile.networks().contains(network.name()));
    }
}
