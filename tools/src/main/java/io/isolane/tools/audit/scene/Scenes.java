package io.isolane.tools.audit.scene;

import static io.isolane.tools.audit.evidence.Station.HOST;
import static io.isolane.tools.audit.evidence.Station.VM1;
import static io.isolane.tools.audit.evidence.Station.VM2;
import static io.isolane.tools.audit.evidence.Station.VM3;
import static io.isolane.tools.audit.evidence.Station.VM4;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.tools.audit.evidence.Station;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The scene of each isolation mode: the product's default set-up, or the set-up that the mode is there for. */
public final class Scenes {
    private static final String UPLINK = "uplink";
    private static final String NETWORK = "net";
    private static final String OTHER_NETWORK = "other";
    private static final List<Station> ONE_NETWORK = List.of(HOST, VM1, VM2, VM3);
    private static final PrivateVlan PRIVATE = new PrivateVlan(100, 101, Map.of("tenant", 102));

    private Scenes() {}

    /** The scene of a mode. */
    public static Scene of(IsolationMode mode) {
        return switch (mode) {
            case SHARED_MEDIUM, HOST_SHIELDED -> twoNetworks(mode);
            case LEARNING -> oneNetwork(VirtualNetwork.of(NETWORK, mode), port -> port);
            case REGISTERED -> oneNetwork(VirtualNetwork.of(NETWORK, mode), Scenes::registered);
            case PROTECTED -> oneNetwork(VirtualNetwork.of(NETWORK, mode), Scenes::protectedPort);
            case PRIVATE_VLAN -> oneNetwork(VirtualNetwork.privateVlan(NETWORK, PRIVATE), Scenes::privateVlan);
            case VLAN_PER_GUEST -> dividedUplink();
            case DEDICATED_UPLINK -> uplinkForEach();
        };
    }

    /** All on one virtual network, but for VM4, which is on another that is bound to the same uplink. */
    private static Scene twoNetworks(IsolationMode mode) {
        List<PortProfile> ports = Stream.of(
                        PortProfile.host(HOST.port(), NETWORK).addresses(HOST.mac(0)),
                        guest(VM1, NETWORK),
                        guest(VM2, NETWORK),
                        guest(VM3, NETWORK),
                        guest(VM4, OTHER_NETWORK),
                        PortProfile.uplink(UPLINK, NETWORK, OTHER_NETWORK))
                .map(PortProfileBuilder::build)
                .toList();
        return new Scene(
                mode,
                List.of(VirtualNetwork.of(NETWORK, mode), VirtualNetwork.of(OTHER_NETWORK, mode)),
                ports,
                List.of(new Segment(0, UPLINK, 0, Set.of(HOST, VM1, VM2, VM3, VM4))));
    }

    private static Scene oneNetwork(VirtualNetwork network, UnaryOperator<PortProfile> detail) {
        List<PortProfile> ports = Stream.of(
                        PortProfile.host(HOST.port(), NETWORK),
                        guest(VM1, NETWORK),
                        guest(VM2, NETWORK),
                        guest(VM3, NETWORK),
                        PortProfile.uplink(UPLINK, NETWORK))
                .map(PortProfileBuilder::build)
                .map(detail)
                .toList();
        return new Scene(
                network.mode(), List.of(network), ports, List.of(new Segment(0, UPLINK, 0, Set.copyOf(ONE_NETWORK))));
    }

    /** A virtual NIC in a VLAN of its own for each; inside, the hub that makes this necessary. */
    private static Scene dividedUplink() {
        int[] vlans = ONE_NETWORK.stream().mapToInt(Scenes::vlan).toArray();
        String[] networks = ONE_NETWORK.stream().map(Station::port).toArray(String[]::new);
        PortProfile uplink = PortProfile.uplink(UPLINK, networks)
                .vlan(VlanMembership.trunk(vlans))
                .build();
        return new Scene(
                IsolationMode.VLAN_PER_GUEST,
                ONE_NETWORK.stream()
                        .map(station ->
                                VirtualNetwork.vlanPerGuest(station.port(), vlan(station), IsolationMode.SHARED_MEDIUM))
                        .toList(),
                Stream.concat(portsOfTheirOwn(), Stream.of(uplink)).toList(),
                ONE_NETWORK.stream()
                        .map(station -> new Segment(station.number(), UPLINK, vlan(station), Set.of(station)))
                        .toList());
    }

    /** A NIC for each; inside, the hub that makes this necessary. */
    private static Scene uplinkForEach() {
        Stream<PortProfile> uplinks = ONE_NETWORK.stream()
                .map(station ->
                        PortProfile.uplink(uplinkOf(station), station.port()).build());
        return new Scene(
                IsolationMode.DEDICATED_UPLINK,
                ONE_NETWORK.stream()
                        .map(station -> VirtualNetwork.dedicatedUplink(station.port(), IsolationMode.SHARED_MEDIUM))
                        .toList(),
                Stream.concat(portsOfTheirOwn(), uplinks).toList(),
                ONE_NETWORK.stream()
                        .map(station -> new Segment(station.number(), uplinkOf(station), 0, Set.of(station)))
                        .toList());
    }

    private static Stream<PortProfile> portsOfTheirOwn() {
        return ONE_NETWORK.stream()
                .map(station -> station == HOST
                        ? PortProfile.host(station.port(), station.port())
                        : guest(station, station.port()))
                .map(PortProfileBuilder::build);
    }

    private static PortProfileBuilder guest(Station station, String network) {
        return PortProfile.guest(station.port(), network);
    }

    private static PortProfile registered(PortProfile port) {
        return stationOf(port)
                .map(station -> port.toBuilder().addresses(station.mac(0)).build())
                .orElse(port);
    }

    /** VM3 is open, so that VM2 has a guest to talk to. */
    private static PortProfile protectedPort(PortProfile port) {
        boolean isProtected = port.name().equals(VM1.port()) || port.name().equals(VM2.port());
        return port.toBuilder().protectedPort(isProtected).build();
    }

    /** VM2 and VM3 are a community, so that VM2 has a guest to talk to. */
    private static PortProfile privateVlan(PortProfile port) {
        return port.toBuilder()
                .privateVlanRole(stationOf(port).map(Scenes::role).orElse(PrivateVlanRole.PROMISCUOUS))
                .build();
    }

    private static PrivateVlanRole role(Station station) {
        return switch (station) {
            case VM1 -> PrivateVlanRole.ISOLATED;
            case VM2, VM3 -> PrivateVlanRole.community("tenant");
            default -> PrivateVlanRole.PROMISCUOUS;
        };
    }

    private static Optional<Station> stationOf(PortProfile port) {
        return ONE_NETWORK.stream()
                .filter(station -> station.port().equals(port.name()))
                .findFirst();
    }

    private static String uplinkOf(Station station) {
        return UPLINK + "-" + station.port();
    }

    private static int vlan(Station station) {
        return 10 * station.number();
    }
}
