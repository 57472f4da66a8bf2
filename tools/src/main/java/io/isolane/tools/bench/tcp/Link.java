package io.isolane.tools.bench.tcp;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.SwitchConfig;
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
import java.util.List;
import java.util.Optional;

/** Two hosts, each a network namespace, and what is between them. Confined to its thread. */
final class Link implements AutoCloseable {
    static final String SERVER_ADDRESS = "10.79.0.2";

    private static final String CLIENT_ADDRESS = "10.79.0.1";
    private static final String INTERFACE = "eth0";
    private static final String NETWORK = "lan";

    private final Kind kind;
    private final String prefix;
    private final PrintWriter errors;
    private final Undo undo;

    /** What is between the two hosts. */
    enum Kind {
        BRIDGE("Linux bridge, veth"),
        TAP("Isolane, TAP"),
        PACKET("Isolane, AF_PACKET on veth");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private Link(Kind kind, PrintWriter errors) {
        this.kind = kind;
        this.prefix = "isolane-tcp-" + ProcessHandle.current().pid() + "-"
                + kind.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT);
        this.errors = errors;
        this.undo = new Undo(errors);
    }

    /**
     * Builds one.
     *
     * @throws IOException if a part fails; everything made is removed then
     */
    static Link build(Kind kind, PrintWriter errors) throws IOException {
        Link link = new Link(kind, errors);
        try {
            link.build();
            return link;
        } catch (IOException | RuntimeException failure) {
            link.close();
            throw failure;
        }
    }

    Kind kind() {
        return kind;
    }

    String client() {
        return prefix + "c";
    }

    String server() {
        return prefix + "s";
    }

    @Override
    public void close() {
        undo.close();
    }

    private void build() throws IOException {
        Namespaces.add(client(), undo);
        Namespaces.add(server(), undo);
        switch (kind) {
            case BRIDGE -> bridge();
            case TAP -> start(tap(client(), CLIENT_ADDRESS), tap(server(), SERVER_ADDRESS));
            case PACKET -> {
                layCables();
                start(packet("client"), packet("server"));
            }
        }
    }

    private void bridge() throws IOException {
        layCables();
        IpCommand.run("-n", middle(), "link", "add", "bridge", "type", "bridge");
        IpCommand.run("-n", middle(), "link", "set", "bridge", "up");
        for (String cable : List.of("client", "server")) {
            IpCommand.run("-n", middle(), "link", "set", cable, "master", "bridge");
        }
    }

    private void layCables() throws IOException {
        Namespaces.add(middle(), undo);
        layCable("client", client(), CLIENT_ADDRESS);
        layCable("server", server(), SERVER_ADDRESS);
    }

    private void layCable(String near, String host, String address) throws IOException {
        IpCommand.run("-n", middle(), "link", "add", near, "type", "veth", "peer", "name", INTERFACE, "netns", host);
        IpCommand.run("-n", middle(), "link", "set", near, "up");
        IpCommand.run("-n", host, "link", "set", INTERFACE, "up");
        IpCommand.run("-n", host, "address", "add", address + "/24", "dev", INTERFACE);
    }

    private void start(Device client, Device server) throws IOException {
        List<PortConfig> ports = List.of(port("client", client), port("server", server));
        SwitchConfig config = SwitchConfig.of(VirtualNetwork.of(NETWORK, IsolationMode.LEARNING))
                .withPorts(ports.stream().map(PortConfig::profile).toList());
        try {
            RunningSwitch running = RunningSwitch.start(new Configuration(config, ports), (port, status) -> {}, errors);
            undo.add("the switch", running::close);
        } catch (StartException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private static PortConfig port(String name, Device device) {
        return new PortConfig(PortProfile.guest(name, NETWORK).build(), device);
    }

    private static Device tap(String host, String address) {
        return new Device.Tap(
                INTERFACE, Optional.of(host), List.of(IpPrefix.parse(address + "/24")), Optional.empty(), true);
    }

    private Device packet(String cable) {
        return new Device.Packet(cable, Optional.of(middle()), true, Optional.empty());
    }

    private String middle() {
        return prefix + "m";
    }
}
