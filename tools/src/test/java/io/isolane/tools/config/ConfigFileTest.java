package io.isolane.tools.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.PriorityTags;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.PrivateVlanRole;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VidSet;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.WorkerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ConfigFileTest {
    private static final String LAN = "networks: [{name: lan, mode: learning}]\n";

    @Test
    void shouldTakeDefaultsForWhatIsLeftOut() throws InvalidConfigException {
        Configuration sound = parse(LAN + "ports: [{name: vm1, role: guest, network: lan, kind: tap}]");

        assertThat(sound.switchConfig().networks()).containsExactly(VirtualNetwork.of("lan", IsolationMode.LEARNING));
        assertThat(sound.switchConfig().ports())
                .containsExactly(PortProfile.guest("vm1", "lan").build());
        assertThat(sound.ports().getFirst().device())
                .isEqualTo(new Device.Tap("vm1", Optional.empty(), List.of(), Optional.empty(), true));
        assertThat(sound.switchConfig().table()).isEqualTo(TableConfig.DEFAULT);
        assertThat(sound.switchConfig().memory()).isEqualTo(MemoryConfig.DEFAULT);
        assertThat(sound.switchConfig().workers()).isEqualTo(WorkerConfig.DEFAULT);
    }

    @Test
    void shouldReadEveryKeyOfAPort() throws InvalidConfigException {
        PortProfile port = port("""
                name: vm1
                role: guest
                network: lan
                kind: tap
                vlan: {access: 10}
                addresses: [52:54:00:00:00:01, "52-54-00-00-00-02"]
                mtu: 9000
                station-limit: 3
                learning: false
                flood: {unknown-unicast: false}
                storm-control: {broadcast: 1000pps, multicast: [2.5Mbps, 100pps], unknown-unicast: {rate: 1gbps, burst: 1MiB}}
                rate-limit: {in: {rate: 10mbps, burst: 64kB}, out: {rate: 2kpps, burst: 150}}
                promiscuous: true
                forged-transmits: accept
                mac-changes: accept
                link-local: true
                priority-tags: if-nonzero
                """).profile();

        assertThat(port)
                .isEqualTo(PortProfile.guest("vm1", "lan")
                        .vlan(VlanMembership.access(10))
                        .addresses(0x525400000001L, 0x525400000002L)
                        .mtu(9000)
                        .stationLimit(3)
                        .learning(false)
                        .promiscuous(true)
                        .sources(new SourcePolicy(true, true))
                        .linkLocal(true)
                        .priorityTags(PriorityTags.IF_NONZERO)
                        .guards(PortGuards.builder()
                                .flood(new FloodControl(false, true, true))
                                .storms(new StormControl(
                                        RateLimit.of(Rate.frames(1000, 100)),
                                        RateLimit.of(Rate.bits(2_500_000, 128 << 10), Rate.frames(100, 64)),
                                        RateLimit.of(Rate.bits(1_000_000_000, 1 << 20))))
                                .rates(new RateLimits(
                                        RateLimit.of(Rate.bits(10_000_000, 64_000)),
                                        RateLimit.of(Rate.frames(2000, 150)))))
                        .build());
    }

    @Test
    void shouldReadTheGuardsOfPackets() throws InvalidConfigException {
        PortGuards guards = port("""
                name: vm1
                role: guest
                network: lan
                kind: tap
                vlan: {trunk: "10,20"}
                dhcp-guard: client
                ra-guard: true
                arp-inspection: true
                nd-inspection: true
                source-guard: true
                binding-limit: 4
                bindings:
                  - {address: 10.0.0.5, mac: 52:54:00:00:00:01}
                  - {address: 'fd00::5', mac: 52:54:00:00:00:01, vlan: 20}
                """).profile().guards();

        assertThat(guards)
                .isEqualTo(PortGuards.builder()
                        .services(new ServiceGuard(DhcpRole.CLIENT, true))
                        .addresses(new AddressGuard(
                                true,
                                true,
                                true,
                                false,
                                4,
                                List.of(
                                        Binding.of(IpAddress.v4(0x0a000005), 0x525400000001L),
                                        new Binding(
                                                IpAddress.v6(0xfd00L << 48, 5), 0x525400000001L, OptionalInt.of(20)))))
                        .build());
    }

    @Test
    void shouldReadWhichStationsMaySpeak() throws InvalidConfigException {
        String port = "{name: vm1, role: guest, network: lan, kind: tap, port-security: ";
        PortProfile listed = port(port + "{allowed: [52:54:00:00:00:01, 52:54:00:00:00:02], violation: shutdown,"
                        + " recovery: 30s}}")
                .profile();
        assertThat(listed.stationLimit()).isEqualTo(2);
        assertThat(listed.guards().security())
                .isEqualTo(new PortSecurity(
                        Violation.SHUTDOWN, List.of(0x525400000001L, 0x525400000002L), false, Duration.ofSeconds(30)));

        PortProfile sticky =
                port(port + "{sticky: true}, no-flood-known: true}").profile();
        assertThat(sticky.stationLimit()).isEqualTo(1);
        assertThat(sticky.guards().noFloodKnown()).isTrue();
        assertThat(sticky.guards().security())
                .isEqualTo(new PortSecurity(Violation.RESTRICT, List.of(), true, PortSecurity.DEFAULT_RECOVERY));

        assertThat(port(port + "{violation: protect}, mac: 52:54:00:00:00:01}")
                        .profile()
                        .stationLimit())
                .isZero();
        assertThat(port(port + "{maximum: 7, violation: protect}}").profile().stationLimit())
                .isEqualTo(7);
        assertThat(port(port + "{violation: protect}, station-limit: 9}")
                        .profile()
                        .stationLimit())
                .isEqualTo(9);
    }

    @Test
    void shouldReadDevices() throws InvalidConfigException {
        assertThat(port("{name: a, role: guest, network: lan, kind: tap, device: eth0, netns: red,"
                                + " address: [10.0.0.1/24, 'fd00::1/64'], mac: 52:54:00:00:00:01, offload: false}")
                        .device())
                .isEqualTo(new Device.Tap(
                        "eth0",
                        Optional.of("red"),
                        List.of(IpPrefix.parse("10.0.0.1/24"), IpPrefix.parse("fd00::1/64")),
                        Optional.of(0x525400000001L),
                        false));
        assertThat(port("{name: a, role: host, network: lan, kind: packet, interface: eth1, mtu: 9000}")
                        .device())
                .isEqualTo(new Device.Packet("eth1", Optional.empty(), true, Optional.of(9000)));
        assertThat(port("{name: a, role: monitor, kind: pcap, read: in.pcap, write: out.pcapng, paced: true}")
                        .device())
                .isEqualTo(
                        new Device.Capture(Optional.of(Path.of("in.pcap")), Optional.of(Path.of("out.pcapng")), true));
        assertThat(
                        port("{name: a, role: guest, network: lan, kind: memory, stack: 10.0.0.9/24, mac: 52:54:00:00:00:01}")
                                .device())
                .isEqualTo(new Device.Stack(IpPrefix.parse("10.0.0.9/24"), Optional.of(0x525400000001L)));
    }

    @Test
    void shouldKnowAGuestByTheAddressOfItsTapDevice() throws InvalidConfigException {
        assertThat(port("{name: a, role: guest, network: lan, kind: tap, mac: 52:54:00:00:00:01}")
                        .profile()
                        .addresses())
                .containsExactly(0x525400000001L);
        assertThat(port("{name: a, role: guest, network: lan, kind: tap, mac: 52:54:00:00:00:01, addresses: []}")
                        .profile()
                        .addresses())
                .isEmpty();
    }

    @Test
    void shouldReadTrunksAndTunnels() throws InvalidConfigException {
        String port = "{name: a, role: guest, network: lan, kind: tap, vlan: ";
        assertThat(port(port + "{trunk: '10,20-22', native: 5, native-tagged: true, tpid: 0x88a8}}")
                        .profile()
                        .vlan())
                .isEqualTo(new VlanMembership.Trunk(VidSet.of(10, 20, 21, 22), 5, true, EtherType.SERVICE_TAG));
        assertThat(port(port + "{trunk: 10}}").profile().vlan()).isEqualTo(VlanMembership.trunk(10));
        assertThat(port(port + "{tunnel: 100}}").profile().vlan()).isEqualTo(VlanMembership.tunnel(100));
    }

    @Test
    void shouldReadNetworksOfEveryKind() throws InvalidConfigException {
        Configuration sound = parse("""
                networks:
                  - {name: red, mode: vlan-per-guest, inside: shared-medium, vlan: 10}
                  - {name: blue, mode: dedicated-uplink}
                  - name: green
                    mode: private-vlan
                    private-vlan: {primary: 100, isolated: 101, communities: {web: 102}}
                  - {name: white, mode: protected}
                ports:
                  - {name: up1, role: uplink, networks: [red], kind: packet, interface: eth1}
                  - {name: up2, role: uplink, networks: [blue], kind: packet, interface: eth2}
                  - {name: web, role: guest, network: green, kind: tap, private-vlan: {community: web}}
                  - {name: vm, role: guest, network: white, kind: tap, protected: true}
                """);

        assertThat(sound.switchConfig().networks())
                .containsExactly(
                        VirtualNetwork.vlanPerGuest("red", 10, IsolationMode.SHARED_MEDIUM),
                        VirtualNetwork.dedicatedUplink("blue", IsolationMode.LEARNING),
                        VirtualNetwork.privateVlan("green", new PrivateVlan(100, 101, Map.of("web", 102))),
                        VirtualNetwork.of("white", IsolationMode.PROTECTED));
        assertThat(sound.ports().get(2).profile().privateVlanRole()).contains(PrivateVlanRole.community("web"));
        assertThat(sound.ports().get(3).profile().isProtected()).isTrue();
    }

    @Test
    void shouldReadMirrorsAndSizes() throws InvalidConfigException {
        Configuration sound = parse(LAN + """
                ports:
                  - {name: a, role: guest, network: lan, kind: tap}
                  - {name: m, role: monitor, kind: pcap, write: m.pcapng}
                mirrors: [{name: tap, ports: [a], direction: rx, target: m}]
                table: {capacity: 1000, ageing: 5m, overflow: refuse, move-limit: {moves: 4, window: 20s}}
                memory: {small-slots: 4096, large-slots: 16}
                workers: {count: 2, idle: spin}
                """);

        assertThat(sound.switchConfig().mirrors()).containsExactly(new Mirror("tap", List.of("a"), true, false, "m"));
        assertThat(sound.switchConfig().table())
                .isEqualTo(new TableConfig(1000, Duration.ofMinutes(5), Overflow.REFUSE, new MoveLimit(4, 20_000)));
        assertThat(sound.switchConfig().memory()).isEqualTo(new MemoryConfig(4096, 16));
        assertThat(sound.switchConfig().workers()).isEqualTo(new WorkerConfig(2, WorkerConfig.Idle.SPIN));
    }

    private static PortConfig port(String yaml) throws InvalidConfigException {
        String item = yaml.startsWith("{")
                ? yaml
                : yaml.indent(4).replaceFirst(" {3}", "").stripTrailing();
        return parse(LAN + "ports:\n  - " + item.strip() + "\n").ports().getFirst();
    }

    private static Configuration parse(String yaml) throws InvalidConfigException {
        return ConfigFile.parse(yaml, "test.yaml");
    }
}
