package io.isolane.tools.bench;

import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The networks and ports of a scenario, the same for every mode as far as the mode allows: port 0 is the uplink, the others are guests,
 * and traffic goes between each guest and the uplink, which every mode lets pass.
 */
final class Wiring {
    static final int VLAN = 10;

    private static final String NETWORK = "bench";
    private static final int ISOLATED_VLAN = 11;
    private static final int FIRST_GUEST_VLAN = 100;

    private final Scenario scenario;

    Wiring(Scenario scenario) {
        this.scenario = scenario;
    }

    List<VirtualNetwork> networks() {
        IsolationMode mode = scenario.mode();
        if (mode == IsolationMode.VLAN_PER_GUEST) {
            return IntStream.range(1, scenario.ports())
                    .mapToObj(port ->
                            VirtualNetwork.vlanPerGuest(network(port), FIRST_GUEST_VLAN + port, IsolationMode.LEARNING))
                    .toList();
        }
        return List.of(
                mode == IsolationMode.PRIVATE_VLAN
                        ? VirtualNetwork.privateVlan(NETWORK, new PrivateVlan(VLAN, ISOLATED_VLAN, Map.of()))
                        : VirtualNetwork.of(NETWORK, mode));
    }

    List<PortProfile> ports() {
        List<PortProfile> profiles = new ArrayList<>();
        for (int port = 0; port < scenario.ports(); port++) {
            profiles.add(profile(port));
        }
        return profiles;
    }

    /** The VID that frames carry beside them when they are sent into {@code port} for guest {@code guest}; 0 for no tag. */
    int sentVid(int port, int guest) {
        if (scenario.mode() == IsolationMode.VLAN_PER_GUEST) {
            return port == 0 ? FIRST_GUEST_VLAN + guest : 0;
        }
        return isTrunk(port) ? VLAN : 0;
    }

    private PortProfile profile(int port) {
        PortProfileBuilder profile = port == 0
                ? PortProfile.uplink(
                        "p0", networks().stream().map(VirtualNetwork::name).toArray(String[]::new))
                : PortProfile.guest("p" + port, network(port));
        return special(profile.mtu(Math.max(PortProfile.DEFAULT_MTU, scenario.frameLength())), port)
                .build();
    }

    private PortProfileBuilder special(PortProfileBuilder profile, int port) {
        return switch (scenario.mode()) {
            case VLAN_PER_GUEST -> profile;
            case PRIVATE_VLAN ->
                profile.privateVlanRole(port == 0 ? PrivateVlanRole.PROMISCUOUS : PrivateVlanRole.ISOLATED);
            case PROTECTED -> profile.protectedPort(port != 0).vlan(vlan(port));
            case REGISTERED ->
                port == 0
                        ? profile.vlan(vlan(port))
                        : profile.addresses(Addresses.of(scenario, port)).vlan(vlan(port));
            default -> profile.vlan(vlan(port));
        };
    }

    private VlanMembership vlan(int port) {
        return switch (scenario.vlans()) {
            case NONE -> VlanMembership.unspecified();
            case ACCESS -> VlanMembership.access(VLAN);
            case ACCESS_TO_TRUNK -> isTrunk(port) ? VlanMembership.trunk(VLAN) : VlanMembership.access(VLAN);
            case TUNNEL ->
                isTrunk(port)
                        ? new VlanMembership.Trunk(
                                VidSet.of(VLAN), VlanMembership.NO_NATIVE, false, EtherType.SERVICE_TAG)
                        : VlanMembership.tunnel(VLAN);
        };
    }

    private boolean isTrunk(int port) {
        boolean tagged =
                scenario.vlans() == Scenario.Vlans.ACCESS_TO_TRUNK || scenario.vlans() == Scenario.Vlans.TUNNEL;
        return tagged && port == 0;
    }

    private String network(int port) {
        return scenario.mode() == IsolationMode.VLAN_PER_GUEST ? NETWORK + port : NETWORK;
    }
}
