package io.isolane.dataplane.reference;

import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import java.util.Random;

/** How a port is reconfigured: other flags and limits, and where the network leaves that open, another VLAN or part. */
record ProfileChange(int flags, int place) {
    private static final List<VlanMembership> VLANS = List.of(
            VlanMembership.access(1),
            VlanMembership.access(2),
            VlanMembership.tunnel(1),
            new VlanMembership.Trunk(VidSet.of(1, 2), 1, false, 0x8100),
            new VlanMembership.Trunk(VidSet.of(1, 2), 2, true, 0x8100),
            new VlanMembership.Trunk(VidSet.of(1, 2), 2, false, 0x88a8));
    private static final List<PrivateVlanRole> PARTS =
            List.of(PrivateVlanRole.ISOLATED, PrivateVlanRole.PROMISCUOUS, PrivateVlanRole.community("red"));

    PortProfile of(PortProfile port) {
        PortProfile other = RandomTopology.changed(port, new Random(flags));
        if (port.privateVlanRole().isPresent()) {
            return other.toBuilder()
                    .privateVlanRole(PARTS.get(place % PARTS.size()))
                    .build();
        }
        boolean choosesVlan = !(port.vlan() instanceof VlanMembership.Unspecified)
                && !port.networks().contains(ModeTopologies.PRIVATE);
        return choosesVlan
                ? other.toBuilder().vlan(VLANS.get(place % VLANS.size())).build()
                : other;
    }
}
