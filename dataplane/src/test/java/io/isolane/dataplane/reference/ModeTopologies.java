package io.isolane.dataplane.reference;

import static io.isolane.core.policy.PortProfile.guest;
import static io.isolane.core.policy.PortProfile.host;
import static io.isolane.core.policy.PortProfile.uplink;

import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A small topology of every mode and of every kind of port. */
final class ModeTopologies {
    /** The network with a private VLAN, whose ports have no other. */
    static final String PRIVATE = "private";

    private static final long A = 0x02_00_00_00_00_01L;
    private static final long B = 0x02_00_00_00_00_02L;
    private static final long HOST = 0x02_00_00_00_00_03L;

    private static final List<Topology> ALL = List.of(
            plain(IsolationMode.SHARED_MEDIUM),
            plain(IsolationMode.HOST_SHIELDED),
            plain(IsolationMode.LEARNING),
            registered(),
            vlanPerGuest(),
            plain(IsolationMode.DEDICATED_UPLINK),
            privateVlan(),
            protectedPorts(),
            vlans(),
            services(),
            secured());

    private ModeTopologies() {}

    static List<Topology> all() {
        return ALL;
    }

    /** Those whose ports keep no stations: they do with the smallest table. */
    static List<Topology> allOfAnyTable() {
        return ALL.stream()
                .filter(topology -> topology.ports().stream().noneMatch(StationSecurity::isOn))
                .toList();
    }

    /** One for each number. */
    static Topology at(int number) {
        return ALL.get(number % ALL.size());
    }

    private static Topology plain(IsolationMode mode) {
        return of(
                List.of(VirtualNetwork.of("net", mode)),
                guest("a", "net"),
                guest("b", "net").promiscuous(true).linkLocal(true),
                host("host", "net").addresses(HOST),
                uplink("lan", "net").linkLocal(true));
    }

    private static Topology registered() {
        return of(
                List.of(VirtualNetwork.of("net", IsolationMode.REGISTERED)),
                guest("a", "net").addresses(A),
                guest("b", "net").addresses(B).sources(new SourcePolicy(true, false)),
                guest("c", "net").sources(new SourcePolicy(false, true)),
                uplink("lan", "net"));
    }

    private static Topology vlanPerGuest() {
        return of(
                List.of(
                        VirtualNetwork.vlanPerGuest("red", 1, IsolationMode.SHARED_MEDIUM),
                        VirtualNetwork.vlanPerGuest("blue", 2, IsolationMode.LEARNING)),
                guest("a", "red"),
                guest("b", "red"),
                guest("c", "blue"),
                uplink("lan", "red", "blue"));
    }

    private static Topology privateVlan() {
        return of(
                List.of(VirtualNetwork.privateVlan(PRIVATE, new PrivateVlan(1, 2, Map.of("red", 3)))),
                guest("a", PRIVATE).privateVlanRole(PrivateVlanRole.ISOLATED),
                guest("b", PRIVATE).privateVlanRole(PrivateVlanRole.community("red")),
                guest("c", PRIVATE).privateVlanRole(PrivateVlanRole.PROMISCUOUS),
                uplink("lan", PRIVATE).vlan(VlanMembership.trunk(1, 2, 3)));
    }

    private static Topology protectedPorts() {
        return of(
                List.of(VirtualNetwork.of("net", IsolationMode.PROTECTED)),
                guest("a", "net").protectedPort(true),
                guest("b", "net").protectedPort(true).addresses(B),
                guest("c", "net"),
                uplink("lan", "net"));
    }

    private static Topology vlans() {
        return of(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)),
                guest("a", "net").vlan(VlanMembership.access(1)),
                guest("b", "net")
                        .vlan(VlanMembership.access(2))
                        .stationLimit(1)
                        .guards(PortGuards.builder().flood(FloodControl.NONE)),
                guest("c", "net").vlan(new VlanMembership.Trunk(VidSet.of(1, 2), 1, false, 0x8100)),
                uplink("lan", "net").vlan(new VlanMembership.Trunk(VidSet.of(1, 2), 2, true, 0x8100)));
    }

    private static Topology services() {
        return of(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)),
                guest("a", "net").vlan(VlanMembership.tunnel(1)),
                guest("b", "net").vlan(VlanMembership.tunnel(1)).mtu(68),
                guest("c", "net").vlan(VlanMembership.access(1)),
                uplink("lan", "net").vlan(new VlanMembership.Trunk(VidSet.of(1, 2), 2, false, 0x88a8)));
    }

    private static Topology secured() {
        PortSecurity sticky = new PortSecurity(Violation.RESTRICT, List.of(), true, Duration.ZERO);
        PortSecurity listed = new PortSecurity(Violation.PROTECT, List.of(A, B), false, Duration.ZERO);
        return of(
                List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)),
                guest("a", "net").stationLimit(1).guards(PortGuards.builder().security(sticky)),
                guest("b", "net").stationLimit(2).guards(PortGuards.builder().security(listed)),
                guest("c", "net").stationLimit(2).guards(PortGuards.builder().noFloodKnown(true)),
                uplink("lan", "net"));
    }

    private static Topology of(List<VirtualNetwork> networks, PortProfileBuilder... ports) {
        return new Topology(
                networks, List.of(ports).stream().map(PortProfileBuilder::build).toList());
    }
}
