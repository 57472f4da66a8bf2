package io.isolane.tools.audit.live;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.tools.audit.evidence.Station;
import io.isolane.tools.audit.scene.Scene;
import io.isolane.tools.audit.scene.Segment;
import io.isolane.tools.config.Configuration;
import io.isolane.tools.config.Device;
import io.isolane.tools.config.IpPrefix;
import io.isolane.tools.config.PortConfig;
import io.isolane.tools.run.IpCommand;
import io.isolane.tools.run.Namespaces;
import io.isolane.tools.run.RunningSwitch;
import io.isolane.tools.run.StartException;
import io.isolane.tools.run.Undo;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scene in network namespaces, one for each station: TAP devices for guests and host, a veth cable from each uplink to the LAN server.
 * A trunk's cable ends at a second switch, the LAN's own, which gives the server an untagged interface in each VLAN; so the kernel needs
 * no 802.1Q devices. Confined to its thread.
 */
final class Laboratory implements AutoCloseable {
    /** The interface of a guest and of the host. */
    static final String INTERFACE = "eth0";

    private static final String PREFIX =
            "isolane-audit-" + ProcessHandle.current().pid() + "-";
    private static final String CABLES = PREFIX + "cables";
    private static final String FAR_END = "trunk";

    private final Scene scene;
    private final PrintWriter errors;
    private final Undo undo;

    private Laboratory(Scene scene, PrintWriter errors) {
        this.scene = scene;
        this.errors = errors;
        this.undo = new Undo(errors);
    }

    /**
     * Builds a scene.
     *
     * @throws IOException if a part fails; everything made is removed then
     */
    static Laboratory build(Scene scene, PrintWriter errors) throws IOException {
        Laboratory built = new Laboratory(scene, errors);
        try {
            Namespaces.add(CABLES, built.undo);
            Namespaces.add(namespace(Station.LAN), built.undo);
            built.layCables();
            built.start(
                    scene.networks(), scene.ports().stream().map(built::portOf).toList());
            if (built.isTrunk()) {
                built.startLanSwitch();
            }
            return built;
        } catch (IOException | RuntimeException failure) {
            built.close();
            throw failure;
        }
    }

    static String namespace(Station station) {
        return PREFIX + station.port();
    }

    /** The LAN server's interface in a segment. */
    static String lanInterface(Segment segment) {
        return "lan" + segment.number();
    }

    /** Tells a station where another is that is not its neighbour: what it sends there is for the other's MAC address. */
    void acquaint(Station station, Station stranger) throws IOException {
        Segment segment = scene.segmentOf(stranger);
        if (segment.equals(scene.segmentOf(station))) {
            return;
        }
        String address = segment.address(stranger);
        String mac = MacAddress.format(stranger.mac(segment.number()));
        String[] permanently = {"lladdr", mac, "dev", INTERFACE, "nud", "permanent"};
        IpCommand.run("-n", namespace(station), "route", "add", address, "dev", INTERFACE);
        IpCommand.run(
                Stream.concat(Stream.of("-n", namespace(station), "neighbour", "add", address), Stream.of(permanently))
                        .toArray(String[]::new));
    }

    @Override
    public void close() {
        undo.close();
    }

    private boolean isTrunk() {
        return scene.segments().getFirst().vlan() != 0;
    }

    private void layCables() throws IOException {
        if (isTrunk()) {
            IpCommand.run("-n", CABLES, "link", "add", uplinkInterface(0), "type", "veth", "peer", "name", FAR_END);
            IpCommand.run("-n", CABLES, "link", "set", uplinkInterface(0), "up");
            IpCommand.run("-n", CABLES, "link", "set", FAR_END, "up");
            return;
        }
        for (Segment segment : scene.segments()) {
            layCable(segment);
        }
    }

    private void layCable(Segment segment) throws IOException {
        String near = uplinkInterface(segment.number());
        String far = lanInterface(segment);
        String lan = namespace(Station.LAN);
        String mac = MacAddress.format(Station.LAN.mac(segment.number()));
        IpCommand.run("-n", CABLES, "link", "add", near, "type", "veth", "peer", "name", far, "netns", lan);
        IpCommand.run("-n", CABLES, "link", "set", near, "up");
        IpCommand.run("-n", lan, "link", "set", far, "address", mac, "up");
        IpCommand.run("-n", lan, "address", "add", segment.address(Station.LAN) + "/24", "dev", far);
    }

    private void start(List<VirtualNetwork> networks, List<PortConfig> ports) throws IOException {
        SwitchConfig config = SwitchConfig.of(networks.toArray(new VirtualNetwork[0]))
                .withPorts(ports.stream().map(PortConfig::profile).toList());
        try {
            RunningSwitch running = RunningSwitch.start(new Configuration(config, ports), (port, status) -> {}, errors);
            undo.add("the switch", running::close);
        } catch (StartException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private void startLanSwitch() throws IOException {
        String network = "lan";
        int[] vlans = scene.segments().stream().mapToInt(Segment::vlan).toArray();
        List<PortConfig> ports = new ArrayList<>();
        ports.add(new PortConfig(
                PortProfile.guest(FAR_END, network)
                        .vlan(VlanMembership.trunk(vlans))
                        .build(),
                cable(FAR_END)));
        for (Segment segment : scene.segments()) {
            PortProfile access = PortProfile.guest(lanInterface(segment), network)
                    .vlan(VlanMembership.access(segment.vlan()))
                    .build();
            ports.add(new PortConfig(access, tap(Station.LAN, lanInterface(segment), segment)));
        }
        start(List.of(VirtualNetwork.of(network, IsolationMode.LEARNING)), ports);
    }

    private PortConfig portOf(PortProfile profile) {
        return new PortConfig(profile, profile.isUplink() ? cable(uplinkInterface(profile)) : tap(profile));
    }

    private Device tap(PortProfile profile) {
        Station station = scene.members().stream()
                .filter(member -> member.port().equals(profile.name()))
                .findFirst()
                .orElseThrow();
        return tap(station, INTERFACE, scene.segmentOf(station));
    }

    private static Device tap(Station station, String name, Segment segment) {
        IpPrefix address = IpPrefix.parse(segment.address(station) + "/24");
        long mac = station.mac(segment.number());
        return new Device.Tap(name, Optional.of(namespace(station)), List.of(address), Optional.of(mac), true);
    }

    private static Device cable(String name) {
        return new Device.Packet(name, Optional.of(CABLES), true, Optional.empty());
    }

    private String uplinkInterface(PortProfile uplink) {
        return scene.segments().stream()
                .filter(segment -> segment.uplink().equals(uplink.name()) && segment.vlan() == 0)
                .map(segment -> uplinkInterface(segment.number()))
                .findFirst()
                .orElseGet(() -> uplinkInterface(0));
    }

    private static String uplinkInterface(int segment) {
        return "up" + segment;
    }
}
