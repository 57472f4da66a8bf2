package io.isolane.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PolicyCompilerTest {
    private static final long MAC = 0x02_00_00_00_00_01L;

    @Test
    void shouldNeverReachTheIngressPortOrAnotherNetwork() {
        ForwardingState state = compile(
                List.of(
                        VirtualNetwork.of("lan", IsolationMode.LEARNING),
                        VirtualNetwork.of("wan", IsolationMode.LEARNING)),
                PortProfile.guest("a", "lan"),
                PortProfile.guest("b", "lan"),
                PortProfile.guest("c", "wan"));

        assertThat(reach(state, 0)).isEqualTo(0b010);
        assertThat(reach(state, 2)).isZero();
    }

    @Test
    void shouldSpreadAcrossNetworksOfOneUplinkOnlyWhereBothAreShared() {
        List<VirtualNetwork> networks = List.of(
                VirtualNetwork.of("hub", IsolationMode.SHARED_MEDIUM),
                VirtualNetwork.of("hub2", IsolationMode.SHARED_MEDIUM),
                VirtualNetwork.of("lan", IsolationMode.LEARNING));
        ForwardingState state = compile(
                networks,
                PortProfile.guest("a", "hub"),
                PortProfile.guest("b", "hub2"),
                PortProfile.guest("c", "lan"),
                PortProfile.uplink("u", "hub", "hub2", "lan"));

        assertThat(reach(state, 0)).isEqualTo(0b1010);
        assertThat(reach(state, 2)).isEqualTo(0b1000);
        assertThat(reach(state, 3)).isEqualTo(0b0111);
    }

    @Test
    void shouldNotLetAHubHearAnUplinkOfAnotherNetworkOnlyBecauseBothShareASecondUplink() {
        List<VirtualNetwork> networks = List.of(
                VirtualNetwork.of("lan", IsolationMode.LEARNING),
                VirtualNetwork.of("hub", IsolationMode.SHARED_MEDIUM));
        ForwardingState state = compile(
                networks,
                PortProfile.uplink("u", "lan"),
                PortProfile.uplink("v", "lan", "hub"),
                PortProfile.uplink("w", "lan", "hub"),
                PortProfile.guest("a", "hub"));

        assertThat(reach(state, 0)).isZero();
        assertThat(reach(state, 1)).isEqualTo(0b1100);
    }

    @Test
    void shouldKeepUplinksApart() {
        ForwardingState state = compile(
                List.of(VirtualNetwork.of("lan", IsolationMode.LEARNING)),
                PortProfile.uplink("u", "lan"),
                PortProfile.uplink("v", "lan"),
                PortProfile.guest("a", "lan"));

        assertThat(reach(state, 0)).isEqualTo(0b100);
    }

    @Test
    void shouldKeepAnswersForMoreThanSixtyFourPorts() {
        PortProfileBuilder[] ports = new PortProfileBuilder[130];
        java.util.Arrays.setAll(ports, i -> PortProfile.guest("p" + i, "lan"));
        ForwardingState state = compile(List.of(VirtualNetwork.of("lan", IsolationMode.LEARNING)), ports);
        int row = state.row(state.port(129).vlan(), 129);

        assertThat(state.words()).isEqualTo(3);
        assertThat(state.contains(row, 0)).isTrue();
        assertThat(state.contains(row, 128)).isTrue();
        assertThat(state.contains(row, 129)).isFalse();
    }

    @Test
    void shouldShareStationsBetweenThePrimaryAndTheSecondaryVlans() {
        ForwardingState state = compile(
                List.of(VirtualNetwork.privateVlan("secret", new PrivateVlan(100, 101, Map.of()))),
                PortProfile.guest("p", "secret").privateVlanRole(PrivateVlanRole.PROMISCUOUS),
                PortProfile.guest("i", "secret").privateVlanRole(PrivateVlanRole.ISOLATED));
        VlanState primary = state.vlan(state.port(0).vlan());
        VlanState isolated = state.vlan(state.port(1).vlan());

        assertThat(isolated.fid()).isEqualTo(primary.fid());
        assertThat(isolated.vid()).isEqualTo(101);
    }

    @Test
    void shouldGiveAVlanItsFidAgainWhenCompiledAgain() {
        FidRegistry fids = new FidRegistry();
        List<VirtualNetwork> networks = List.of(VirtualNetwork.of("lan", IsolationMode.LEARNING));
        ForwardingState before = PolicyCompiler.compile(networks, ports(access(20)), List.of(), fids);
        PolicyCompiler.compile(networks, ports(access(10)), List.of(), fids);
        ForwardingState after = PolicyCompiler.compile(networks, ports(access(10), access(20)), List.of(), fids);

        assertThat(after.vlan(after.port(1).vlan()).fid())
                .isEqualTo(before.vlan(before.port(0).vlan()).fid());
    }

    @Test
    void shouldHearNothingOnceTheGuestHasTakenAnAddressItMayNotHave() {
        ForwardingState state = compile(
                List.of(VirtualNetwork.of("esx", IsolationMode.REGISTERED)),
                PortProfile.guest("a", "esx").addresses(MAC).reportedAddress(MAC + 1),
                PortProfile.guest("b", "esx").addresses(MAC + 2));

        assertThat(reach(state, 1)).isZero();
    }

    @Test
    void shouldRefuseOneStationBehindTwoPorts() {
        List<VirtualNetwork> networks = List.of(VirtualNetwork.of("lan", IsolationMode.LEARNING));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> compile(
                        networks,
                        PortProfile.guest("a", "lan").addresses(MAC),
                        PortProfile.guest("b", "lan").addresses(MAC)))
                .withMessage(
                        "port 'b': the station 02:00:00:00:00:01 is behind port 'a' already; give each port its own");
    }

    private static PortProfileBuilder access(int vid) {
        return PortProfile.guest("v" + vid, "lan").vlan(VlanMembership.access(vid));
    }

    private static long reach(ForwardingState state, int port) {
        return state.rows()[state.row(state.port(port).vlan(), port)];
    }

    private static ForwardingState compile(List<VirtualNetwork> networks, PortProfileBuilder... ports) {
        return PolicyCompiler.compile(networks, ports(ports), List.of(), new FidRegistry());
    }

    private static SortedMap<Integer, PortProfile> ports(PortProfileBuilder... ports) {
        SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
        for (int index = 0; index < ports.length; index++) {
            profiles.put(index, ports[index].build());
        }
        return profiles;
    }
}
