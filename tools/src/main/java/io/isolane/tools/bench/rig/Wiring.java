package io.isolane.tools.bench.rig;

import io.isolane.core.frame.EtherType;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
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
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The networks and ports of a scenario, the same for every mode as far as the mode allows: port 0 is the uplink, the others are guests,
 * and traffic goes between each guest and its uplink, which every mode lets pass. With dedicated uplinks even ports are uplinks, each
 * with the guest beside it in a network of their own. The last port of a host-shielded network is the host's. Immutable.
 */
public final class Wiring {
    static final int VLAN = 10;

    private static final String NETWORK = "bench";
    private static final int ISOLATED_VLAN = 11;
    private static final int FIRST_GUEST_VLAN = 100;

    private final Scenario scenario;

    /** The wiring of {@code scenario}. */
    public Wiring(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The networks that the switch has. */
    public List<VirtualNetwork> networks() {
        return switch (scenario.mode()) {
            case VLAN_PER_GUEST ->
                forEachGuest(guest ->
                        VirtualNetwork.vlanPerGuest(network(guest), FIRST_GUEST_VLAN + guest, IsolationMode.LEARNING));
            case DEDICATED_UPLINK ->
                forEachGuest(guest -> VirtualNetwork.dedicatedUplink(network(guest), IsolationMode.LEARNING));
            case PRIVATE_VLAN ->
                List.of(VirtualNetwork.privateVlan(NETWORK, new PrivateVlan(VLAN, ISOLATED_VLAN, Map.of())));
            default -> List.of(VirtualNetwork.of(NETWORK, scenario.mode()));
        };
    }

    /** The ports that are attached to it, in this order; one more than the scenario counts if another port has the guards. */
    public List<PortProfile> ports() {
        List<PortProfile> profiles = new ArrayList<>();
        for (int port = 0; port < scenario.ports(); port++) {
            profiles.add(profile(port));
        }
        if (scenario.guards().where() == Guards.Where.ANOTHER_PORT) {
            profiles.add(another());
        }
        return profiles;
    }

    /** How many of a scenario's ports are not uplinks. */
    public static int guests(Scenario scenario) {
        return scenario.mode() == IsolationMode.DEDICATED_UPLINK ? scenario.ports() / 2 : scenario.ports() - 1;
    }

    /** The how-manieth guest a port is, from 0. */
    static int guestIndex(Scenario scenario, int port) {
        return scenario.mode() == IsolationMode.DEDICATED_UPLINK ? port / 2 : port - 1;
    }

    boolean isUplink(int port) {
        return scenario.mode() == IsolationMode.DEDICATED_UPLINK ? port % 2 == 0 : port == 0;
    }

    int uplinkOf(int guest) {
        return scenario.mode() == IsolationMode.DEDICATED_UPLINK ? guest - 1 : 0;
    }

    /** The VID that frames carry beside them when they are sent into {@code port} for guest {@code guest}; 0 for no tag. */
    int sentVid(int port, int guest) {
        if (scenario.mode() == IsolationMode.VLAN_PER_GUEST) {
            return isUplink(port) ? FIRST_GUEST_VLAN + guest : 0;
        }
        return isTrunk(port) ? VLAN : 0;
    }

    /**
     * The VID that frames carry beside them when they are sent into {@code from} so that they may leave at {@code to}, 0 for no tag; empty if
     * the mode keeps the two ports apart.
     */
    public Optional<Integer> vidFor(int from, int to) {
        if (isUplink(from)) {
            return !isUplink(to) && uplinkOf(to) == from ? Optional.of(sentVid(from, to)) : Optional.empty();
        }
        if (isUplink(to)) {
            return uplinkOf(from) == to ? Optional.of(sentVid(from, from)) : Optional.empty();
        }
        return switch (scenario.mode()) {
            case SHARED_MEDIUM, HOST_SHIELDED, LEARNING, REGISTERED -> Optional.of(sentVid(from, from));
            case VLAN_PER_GUEST, DEDICATED_UPLINK, PRIVATE_VLAN, PROTECTED -> Optional.empty();
        };
    }

    /** The first of the addresses that may stand at {@code port}: as many in a row as its guest, or one of its guests, has conversations. */
    public long firstStation(int port) {
        return isUplink(port) ? Addresses.beyondUplink(scenario, port + 1, 0) : Addresses.guest(scenario, port, 0);
    }

    private <T> List<T> forEachGuest(IntFunction<T> each) {
        return IntStream.range(0, scenario.ports())
                .filter(port -> !isUplink(port))
                .mapToObj(each)
                .toList();
    }

    private PortProfile profile(int port) {
        return special(
                        role(port)
                                .mtu(Math.max(
                                        PortProfile.DEFAULT_MTU,
                                        scenario.frames().longest()))
                                .guards(guards(port)),
                        port)
                .build();
    }

    /** A guest beside the first one. */
    private PortProfile another() {
        PortProfileBuilder profile = PortProfile.guest("another", network(1))
                .addresses(Addresses.SILENT)
                .guards(scenario.guards().ofAnother(bindings(Addresses.SILENT)));
        return special(profile, 1).build();
    }

    private PortGuards guards(int port) {
        if (scenario.guards().where() != Guards.Where.EVERY_PORT) {
            return PortGuards.NONE;
        }
        List<Binding> bindings = bindings(stations(port));
        return isUplink(port)
                ? scenario.guards().ofUplink(bindings)
                : scenario.guards().ofGuest(bindings);
    }

    /** The stations behind a port that speak, or one that never does. */
    private long[] stations(int port) {
        if (!isUplink(port)) {
            return Addresses.configured(scenario, port);
        }
        long[] beyond = IntStream.range(0, scenario.ports())
                .filter(guest -> !isUplink(guest) && uplinkOf(guest) == port)
                .mapToObj(guest -> Addresses.beyondUplinkOf(scenario, guest))
                .flatMapToLong(LongStream::of)
                .toArray();
        return beyond.length > 0 ? beyond : new long[] {Addresses.SILENT - 1 - port};
    }

    private List<Binding> bindings(long... stations) {
        return scenario.guards().requireBindings()
                ? LongStream.of(stations)
                        .mapToObj(mac -> Binding.of(scenario.packets().addressOf(mac), mac))
                        .toList()
                : List.of();
    }

    private PortProfileBuilder role(int port) {
        String name = "p" + port;
        if (isUplink(port)) {
            boolean isDedicated = scenario.mode() == IsolationMode.DEDICATED_UPLINK;
            return isDedicated
                    ? PortProfile.uplink(name, network(port + 1))
                    : PortProfile.uplink(
                            name, networks().stream().map(VirtualNetwork::name).toArray(String[]::new));
        }
        PortProfileBuilder profile =
                isHost(port) ? PortProfile.host(name, network(port)) : PortProfile.guest(name, network(port));
        boolean isKnown = isHost(port) || scenario.mode() == IsolationMode.REGISTERED;
        return isKnown ? profile.addresses(Addresses.configured(scenario, port)) : profile;
    }

    private boolean isHost(int port) {
        return scenario.mode() == IsolationMode.HOST_SHIELDED && port > 1 && port == scenario.ports() - 1;
    }

    private PortProfileBuilder special(PortProfileBuilder profile, int port) {
        return switch (scenario.mode()) {
            case VLAN_PER_GUEST -> profile;
            case PRIVATE_VLAN ->
                profile.privateVlanRole(isUplink(port) ? PrivateVlanRole.PROMISCUOUS : PrivateVlanRole.ISOLATED);
            case PROTECTED -> profile.protectedPort(!isUplink(port)).vlan(vlan(port));
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
        boolean isModesOwn =
                scenario.mode() == IsolationMode.VLAN_PER_GUEST || scenario.mode() == IsolationMode.PRIVATE_VLAN;
        boolean tagged =
                scenario.vlans() == Scenario.Vlans.ACCESS_TO_TRUNK || scenario.vlans() == Scenario.Vlans.TUNNEL;
        return tagged && !isModesOwn && isUplink(port);
    }

    private String network(int guest) {
        return scenario.mode().hasInside() ? NETWORK + guest : NETWORK;
    }
}
