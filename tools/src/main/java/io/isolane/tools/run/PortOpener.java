package io.isolane.tools.run;

import io.isolane.core.frame.EtherType;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.linux.Interface;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.packet.PacketConfig;
import io.isolane.dataplane.port.packet.PacketPort;
import io.isolane.dataplane.port.pcap.CaptureConfig;
import io.isolane.dataplane.port.pcap.CaptureFormat;
import io.isolane.dataplane.port.pcap.PcapPort;
import io.isolane.dataplane.port.pcap.ReplayConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.tap.TapConfig;
import io.isolane.dataplane.port.tap.TapPort;
import io.isolane.tools.config.Device;
import io.isolane.tools.config.IpPrefix;
import io.isolane.tools.config.PortConfig;
import java.io.IOException;
import java.util.Optional;

/** Opens the device of a port as the configuration describes it. Stateless. */
final class PortOpener {
    private PortOpener() {}

    /**
     * Opens a port.
     *
     * @param pool where a port in memory has its frames
     * @param stacks where the stack behind it is started, if it has one
     * @throws IOException saying why it cannot be; nothing is left behind
     */
    static Port open(PortConfig port, FramePool pool, Stacks stacks) throws IOException {
        int tpid = tpid(port.profile().vlan());
        return switch (port.device()) {
            case Device.Tap tap -> tap(port, tap, tpid);
            case Device.Packet packet -> packet(port, packet, tpid);
            case Device.Capture files -> capture(port, files, tpid);
            case Device.Stack stack -> stack(port.name(), stack, pool, stacks);
        };
    }

    /**
     * The port's profile, with the MTU of an existing interface unless the configuration says another.
     *
     * @throws IOException if there is no such interface
     */
    static PortProfile profile(PortConfig port) throws IOException {
        if (!(port.device() instanceof Device.Packet packet) || packet.mtu().isPresent()) {
            return port.profile();
        }
        try (Interface link = Interface.named(packet.name(), packet.namespace().orElse(null))) {
            int mtu = Math.clamp(link.mtu(), PortProfile.MIN_MTU, PortProfile.MAX_MTU);
            return port.profile().toBuilder().mtu(mtu).build();
        }
    }

    private static Port tap(PortConfig port, Device.Tap tap, int tpid) throws IOException {
        TapConfig device = TapConfig.of(tap.name())
                .withMtu(port.profile().mtu())
                .withMacAddress(tap.mac().orElse(0L))
                .withOffload(tap.offload())
                .withTpid(tpid);
        Port made = TapPort.create(
                port.name(), tap.namespace().map(device::withNamespace).orElse(device));
        try {
            for (IpPrefix address : tap.addresses()) {
                address(tap, address);
            }
            return made;
        } catch (IOException refused) {
            made.close();
            throw refused;
        }
    }

    private static Port packet(PortConfig port, Device.Packet packet, int tpid) throws IOException {
        PacketConfig device =
                PacketConfig.of(packet.name()).withOffload(packet.offload()).withTpid(tpid);
        return PacketPort.create(
                port.name(), packet.namespace().map(device::withNamespace).orElse(device));
    }

    private static Port capture(PortConfig port, Device.Capture files, int tpid) throws IOException {
        return PcapPort.create(
                port.name(),
                files.read()
                        .map(file -> new ReplayConfig(file, files.paced(), false))
                        .orElse(null),
                files.write()
                        .map(file -> new CaptureConfig(file, CaptureFormat.PCAPNG, tpid))
                        .orElse(null));
    }

    private static Port stack(String name, Device.Stack stack, FramePool pool, Stacks stacks) {
        RingPort port = new RingPort(name, pool, RingPort.DEFAULT_CAPACITY);
        stacks.start(name, port.nic(), stack);
        return port;
    }

    private static void address(Device.Tap tap, IpPrefix address) throws IOException {
        Optional<String> namespace = tap.namespace();
        if (namespace.isPresent()) {
            IpCommand.run("-n", namespace.get(), "address", "add", address.toString(), "dev", tap.name());
        } else {
            IpCommand.run("address", "add", address.toString(), "dev", tap.name());
        }
    }

    private static int tpid(VlanMembership vlan) {
        return vlan instanceof VlanMembership.Trunk trunk ? trunk.tpid() : EtherType.CUSTOMER_TAG;
    }
}
