package io.isolane.tools.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a port is joined to. Immutable. */
public sealed interface Device {
    /**
     * A TAP device, made by the switch and gone with it.
     *
     * @param name the interface's name in its namespace
     * @param namespace the network namespace it appears in; empty for the switch's own
     * @param addresses IP addresses it is given
     * @param mac its MAC address; empty for one that the kernel chooses
     * @param offload whether checksums and segmentation are left to the receiver
     */
    record Tap(String name, Optional<String> namespace, List<IpPrefix> addresses, Optional<Long> mac, boolean offload)
            implements Device {
        public Tap {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An interface that exists, such as a NIC or one end of a veth pair, by AF_PACKET.
     *
     * @param namespace the network namespace it is in; empty for the switch's own
     * @param offload whether checksums and segmentation are left to the receiver
     * @param mtu the MTU it is held to; empty for its own
     */
    record Packet(String name, Optional<String> namespace, boolean offload, Optional<Integer> mtu) implements Device {}

    /**
     * Capture files.
     *
     * @param read the file whose frames enter the switch
     * @param write the file that takes the frames that leave it
     * @param paced whether frames enter at the times they were captured, or else as fast as they are taken
     */
    record Capture(Optional<Path> read, Optional<Path> write, boolean paced) implements Device {}

    /**
     * A network stack in this process, behind a port in memory.
     *
     * @param address its IPv4 address and its network's prefix
     * @param mac its MAC address; empty for one that ends in its IPv4 address
     */
    record Stack(IpPrefix address, Optional<Long> mac) implements Device {}
}
