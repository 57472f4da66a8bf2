package io.isolane.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyRulesTest {
    private static final VirtualNetwork LAN = VirtualNetwork.of("lan", IsolationMode.LEARNING);
    private static final VirtualNetwork HUB = VirtualNetwork.of("hub", IsolationMode.SHARED_MEDIUM);
    private static final VirtualNetwork ESX = VirtualNetwork.of("esx", IsolationMode.REGISTERED);
    private static final VirtualNetwork RED = VirtualNetwork.vlanPerGuest("red", 10, IsolationMode.LEARNING);
    private static final VirtualNetwork SECRET =
            VirtualNetwork.privateVlan("secret", new PrivateVlan(100, 101, Map.of("web", 102)));

    @Test
    void shouldAcceptAnOrdinaryNetwork() {
        assertThat(complaints(List.of(LAN), PortProfile.guest("a", "lan"), PortProfile.uplink("u", "lan")))
                .isEmpty();
    }

    @Test
    void shouldFindEveryMistakeAtOnce() {
        assertThat(complaints(
                        List.of(LAN),
                        PortProfile.guest("a", "wan"),
                        PortProfile.guest("a", "lan").protectedPort(true)))
                .containsExactly(
                        "port 'a': another port has this name: choose a different one",
                        "port 'a': there is no network 'wan': use one of [lan]",
                        "port 'a': only a network in mode protected has protected ports: network 'lan' is in mode learning");
    }

    @Test
    void shouldNotLetAGuestBeInTwoNetworks() {
        PortProfileBuilder both = new PortProfileBuilder("a", PortRole.GUEST, List.of("lan", "hub"));

        assertThat(complaints(List.of(LAN, HUB), both))
                .containsExactly("port 'a': only an uplink carries several networks [lan, hub]");
    }

    @Test
    void shouldRefuseABurstThatHoldsNoFrameOfThePort() {
        PortGuards small = PortGuards.builder()
                .rates(new RateLimits(RateLimit.of(Rate.frames(1, 1)), RateLimit.of(Rate.bits(1000, 1513))))
                .storms(new StormControl(RateLimit.of(Rate.bits(1000, 1514)), RateLimit.NONE, RateLimit.NONE))
                .build();

        assertThat(complaints(List.of(LAN), PortProfile.guest("a", "lan").guards(small)))
                .containsExactly(
                        "port 'a': a burst of 1513 bytes holds no frame of the port's MTU: make it 1514B or more");
        assertThat(complaints(
                        List.of(LAN), PortProfile.guest("a", "lan").mtu(1499).guards(small)))
                .isEmpty();
    }

    @Test
    void shouldKeepFloodControlOutOfAHub() {
        PortGuards quiet = PortGuards.builder().flood(FloodControl.NONE).build();

        assertThat(complaints(
                        List.of(HUB, LAN),
                        PortProfile.guest("a", "hub").guards(quiet),
                        PortProfile.guest("b", "lan").guards(quiet),
                        PortProfile.uplink("u", "hub", "lan").guards(quiet)))
                .containsExactly("port 'a': in mode shared-medium ports hear what is not for them, that is the mode:"
                        + " leave it out, or use mode learning");
    }

    @Test
    void shouldKnowWhatAModeNeedsOfItsPorts() {
        assertThat(complaints(List.of(ESX), PortProfile.guest("a", "esx")))
                .containsExactly(
                        "port 'a': mode registered knows a guest's addresses from the configuration: list them");
        assertThat(complaints(
                        List.of(VirtualNetwork.of("ms", IsolationMode.HOST_SHIELDED)), PortProfile.host("h", "ms")))
                .containsExactly("port 'h': mode host-shielded must know the host's address: list it");
        assertThat(complaints(List.of(SECRET), PortProfile.guest("a", "secret")))
                .containsExactly(
                        "port 'a': a guest of a private VLAN is promiscuous, isolated or in a community: say which");
        assertThat(complaints(
                        List.of(SECRET),
                        PortProfile.guest("a", "secret").privateVlanRole(PrivateVlanRole.community("db"))))
                .containsExactly("port 'a': network 'secret' has no community 'db'");
    }

    @Test
    void shouldNotLetTwoNetworksHaveOneVlanOfAnUplink() {
        VirtualNetwork again = VirtualNetwork.vlanPerGuest("blue", 10, IsolationMode.LEARNING);

        assertThat(complaints(List.of(RED, again), PortProfile.uplink("u", "red", "blue")))
                .contains("network 'red': VLAN 10 is that of network 'blue' already");
    }

    @Test
    void shouldDivideAnUplinkAmongVlanPerGuestNetworksOnly() {
        assertThat(complaints(List.of(RED, LAN), PortProfile.uplink("u", "red", "lan")))
                .containsExactly(
                        "port 'u': mode vlan-per-guest of network 'red' divides the uplink among such networks,"
                                + " and 'lan' is in mode learning");
    }

    @Test
    void shouldWantATrunkThatCarriesTheGuestsVlan() {
        VlanMembership bare = new VlanMembership.Trunk(VidSet.of(10), 10, false, EtherType.CUSTOMER_TAG);

        assertThat(complaints(List.of(RED), PortProfile.uplink("u", "red").vlan(bare)))
                .containsExactly("port 'u': the uplink must be a trunk that carries VLAN 10 of network 'red' tagged");
        assertThat(complaints(List.of(RED), PortProfile.guest("a", "red").vlan(VlanMembership.access(10))))
                .containsExactly("port 'a': network 'red' puts the port in VLAN 10: leave it out");
    }

    @Test
    void shouldKeepADedicatedUplinkToItself() {
        VirtualNetwork own = VirtualNetwork.dedicatedUplink("own", IsolationMode.LEARNING);

        assertThat(complaints(List.of(own, LAN), PortProfile.uplink("u", "own", "lan")))
                .containsExactly("port 'u': mode dedicated-uplink of network 'own' needs the uplink for itself,"
                        + " but it carries [own, lan]");
    }

    @Test
    void shouldMirrorToAMonitorOnly() {
        List<PortProfile> ports = List.of(PortProfile.guest("a", "lan").build());
        Mirror mirror = new Mirror("m", List.of("b"), true, true, "a");

        assertThat(PolicyRules.check(List.of(LAN), ports, List.of(mirror)))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "mirror 'm': there is no port 'b'",
                        "mirror 'm': 'a' is no port outside all networks: make it a monitor port");
    }

    @Test
    void shouldMissInAWholeConfigurationWhatMayComeLaterInALiveOne() {
        VirtualNetwork shy = VirtualNetwork.of("shy", IsolationMode.PROTECTED);

        assertThat(PolicyRules.check(List.of(shy, RED), List.of(), List.of())).isEmpty();
        assertThat(PolicyRules.checkComplete(List.of(shy, RED), List.of(), List.of()))
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "network 'shy': mode protected has no protected port: mark some, or use mode learning",
                        "network 'red': mode vlan-per-guest needs an uplink port in the network");
    }

    private static List<String> complaints(List<VirtualNetwork> networks, PortProfileBuilder... ports) {
        List<PortProfile> profiles =
                java.util.Arrays.stream(ports).map(PortProfileBuilder::build).toList();
        return PolicyRules.check(networks, profiles, List.of()).stream()
                .map(Throwable::getMessage)
                .toList();
    }
}
