package io.isolane.dataplane;

import static io.isolane.core.policy.IsolationMode.HOST_SHIELDED;
import static io.isolane.core.policy.IsolationMode.LEARNING;
import static io.isolane.core.policy.IsolationMode.PROTECTED;
import static io.isolane.core.policy.IsolationMode.REGISTERED;
import static io.isolane.core.policy.IsolationMode.SHARED_MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.VirtualNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The question of 2007, one assertion for each cell: VM1 captures all that reaches it while others talk. What does it hear, once
 * every address is known?
 */
class WhoHearsWhomTest {
    private static final String MATRIX = """
            mode                              | VM2>LAN | VM2>VM3 | host>LAN | LAN>VM2 | VM2>all | host>all | LAN>all
            shared-medium                     | heard   | heard   | heard    | heard   | heard   | heard    | heard
            shared-medium, another network    | heard   | heard   | heard    | heard   | heard   | heard    | heard
            host-shielded                     | heard   | heard   | -        | heard   | heard   | heard    | heard
            host-shielded, another network    | heard   | heard   | -        | heard   | heard   | heard    | heard
            learning                          | -       | -       | -        | -       | heard   | heard    | heard
            learning, another network         | -       | -       | -        | -       | -       | -        | heard
            registered                        | -       | -       | -        | -       | heard   | heard    | heard
            registered, another network       | -       | -       | -        | -       | -       | -        | heard
            vlan-per-guest                    | -       | -       | -        | -       | -       | -        | -
            vlan-per-guest, shared inside     | -       | -       | -        | -       | -       | -        | -
            dedicated-uplink                  | -       | -       | -        | -       | -       | -        | -
            dedicated-uplink, shared inside   | -       | -       | -        | -       | -       | -        | -
            private-vlan, VM1 isolated        | -       | -       | -        | -       | -       | heard    | heard
            protected, VM1 and VM2 protected  | -       | -       | -        | -       | -       | heard    | heard
            """;
    private static final Map<String, Long> STATIONS = Map.of(
            "VM1", 0x02_00_00_00_00_01L,
            "VM2", 0x02_00_00_00_00_02L,
            "VM3", 0x02_00_00_00_00_03L,
            "host", 0x02_00_00_00_00_0aL,
            "LAN", 0x02_00_00_00_00_0bL,
            "all", 0xffff_ffff_ffffL);

    private static final int LAN_VID = 20;

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @MethodSource("cells")
    void shouldLetVm1HearWhatItsModeSaysAndNothingElse(String mode, String traffic, String expected) {
        String from = traffic.substring(0, traffic.indexOf('>'));
        String to = traffic.substring(traffic.indexOf('>') + 1);
        try (ManualSwitch fabric = start(mode)) {
            WireFrame frame = frame(from, to);

            fabric.send(from, onWire(mode, from, frame));

            assertThat(fabric.heard("VM1")).isEqualTo(expected.equals("heard") ? List.of(frame) : List.of());
            if (!to.equals("all")) {
                assertThat(fabric.heard(to)).containsExactly(onWire(mode, to, frame));
            }
        }
    }

    static Stream<Arguments> cells() {
        List<String[]> rows =
                MATRIX.lines().map(line -> line.trim().split(" *\\| *", -1)).toList();
        List<Arguments> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                cells.add(Arguments.of(row[0], rows.getFirst()[column], row[column]));
            }
        }
        return cells.stream();
    }

    /** The mode's switch, in which every station has spoken. */
    private static ManualSwitch start(String mode) {
        ManualSwitch fabric = switch (mode) {
            case "shared-medium" -> oneNetwork(VirtualNetwork.of("net", SHARED_MEDIUM));
            case "shared-medium, another network" -> twoNetworks(SHARED_MEDIUM);
            case "host-shielded" -> oneNetwork(VirtualNetwork.of("net", HOST_SHIELDED));
            case "host-shielded, another network" -> twoNetworks(HOST_SHIELDED);
            case "learning" -> oneNetwork(VirtualNetwork.of("net", LEARNING));
            case "learning, another network" -> twoNetworks(LEARNING);
            case "registered" -> oneNetwork(VirtualNetwork.of("net", REGISTERED));
            case "registered, another network" -> twoNetworks(REGISTERED);
            case "vlan-per-guest" -> vlanPerGuest(LEARNING);
            case "vlan-per-guest, shared inside" -> vlanPerGuest(SHARED_MEDIUM);
            case "dedicated-uplink" -> dedicatedUplinks(LEARNING);
            case "dedicated-uplink, shared inside" -> dedicatedUplinks(SHARED_MEDIUM);
            case "private-vlan, VM1 isolated" -> privateVlan();
            case "protected, VM1 and VM2 protected" -> protectedPorts();
            default -> throw new IllegalArgumentException(mode);
        };
        for (String station : List.of("VM1", "VM2", "VM3", "host", "LAN")) {
            fabric.send(station, onWire(mode, station, frame(station, "all")));
        }
        fabric.listeners();
        return fabric;
    }

    private static ManualSwitch oneNetwork(VirtualNetwork net) {
        return ManualSwitch.of(net)
                .attach(
                        guest("VM1", net).build(),
                        guest("VM2", net).build(),
                        guest("VM3", net).build())
                .attach(host(net).build(), PortProfile.uplink("LAN", "net").build());
    }

    private static ManualSwitch twoNetworks(IsolationMode mode) {
        VirtualNetwork net = VirtualNetwork.of("net", mode);
        VirtualNetwork other = VirtualNetwork.of("other", mode);
        return ManualSwitch.of(net, other)
                .attach(
                        guest("VM1", other).build(),
                        guest("VM2", net).build(),
                        guest("VM3", net).build())
                .attach(
                        host(net).build(),
                        PortProfile.uplink("LAN", "net", "other").build());
    }

    private static ManualSwitch vlanPerGuest(IsolationMode inside) {
        VirtualNetwork net = VirtualNetwork.vlanPerGuest("net", LAN_VID, inside);
        VirtualNetwork other = VirtualNetwork.vlanPerGuest("other", LAN_VID + 1, inside);
        return ManualSwitch.of(net, other)
                .attach(
                        guest("VM1", other).build(),
                        guest("VM2", net).build(),
                        guest("VM3", net).build())
                .attach(
                        host(net).build(),
                        PortProfile.uplink("LAN", "net", "other").build());
    }

    private static ManualSwitch dedicatedUplinks(IsolationMode inside) {
        VirtualNetwork net = VirtualNetwork.dedicatedUplink("net", inside);
        VirtualNetwork other = VirtualNetwork.dedicatedUplink("other", inside);
        return ManualSwitch.of(net, other)
                .attach(
                        guest("VM1", other).build(),
                        guest("VM2", net).build(),
                        guest("VM3", net).build())
                .attach(host(net).build(), PortProfile.uplink("LAN", "net").build())
                .attach(PortProfile.uplink("other LAN", "other").build());
    }

    private static ManualSwitch privateVlan() {
        VirtualNetwork net = VirtualNetwork.privateVlan("net", new PrivateVlan(100, 101, Map.of("red", 102)));
        return ManualSwitch.of(net)
                .attach(guest("VM1", net)
                        .privateVlanRole(PrivateVlanRole.ISOLATED)
                        .build())
                .attach(guest("VM2", net)
                        .privateVlanRole(PrivateVlanRole.community("red"))
                        .build())
                .attach(guest("VM3", net)
                        .privateVlanRole(PrivateVlanRole.community("red"))
                        .build())
                .attach(host(net).build(), PortProfile.uplink("LAN", "net").build());
    }

    private static ManualSwitch protectedPorts() {
        VirtualNetwork net = VirtualNetwork.of("net", PROTECTED);
        return ManualSwitch.of(net)
                .attach(guest("VM1", net).protectedPort(true).build())
                .attach(guest("VM2", net).protectedPort(true).build())
                .attach(guest("VM3", net).build(), host(net).build())
                .attach(PortProfile.uplink("LAN", "net").build());
    }

    private static PortProfileBuilder guest(String name, VirtualNetwork net) {
        PortProfileBuilder guest = PortProfile.guest(name, net.name());
        return net.inside() == REGISTERED ? guest.addresses(station(name)) : guest;
    }

    private static PortProfileBuilder host(VirtualNetwork net) {
        return PortProfile.host("host", net.name()).addresses(station("host"));
    }

    /** The LAN is a trunk where each network has a VLAN of its own. */
    private static WireFrame onWire(String mode, String port, WireFrame frame) {
        return mode.startsWith("vlan-per-guest") && port.equals("LAN") ? frame.pushed(0x8100, LAN_VID) : frame;
    }

    private static long station(String name) {
        return Objects.requireNonNull(STATIONS.get(name));
    }

    private static WireFrame frame(String from, String to) {
        return WireFrame.of(station(to), station(from), 0x0800, new byte[] {1, 2, 3});
    }
}
