package io.isolane.dataplane.port.packet;

import io.isolane.core.frame.EtherType;
import org.jspecify.annotations.Nullable;

/**
 * What a packet port is made of. Immutable.
 *
 * @param device name of the interface, which exists and is not changed but for promiscuous mode
 * @param namespace the network namespace it is in, by its name or path; null for the switch's own
 * @param offload whether frames leave with unfinished checksums and as super-frames where they came so; otherwise they
 *     are finished before. What arrives is taken as the hosts on the link left it, always
 * @param bufferBytes the socket's receive and send buffer, each, as the kernel counts: a frame costs about twice its
 *     length. Bursts beyond it are lost
 * @param tpid TPID of the tags that are written into frames
 */
public record PacketConfig(String device, @Nullable String namespace, boolean offload, int bufferBytes, int tpid) {
    private static final int DEFAULT_BUFFER_BYTES = 8 << 20;

    /** An interface in the switch's own namespace, with offload and buffers of 8 MiB. */
    public static PacketConfig of(String device) {
        return new PacketConfig(device, null, true, DEFAULT_BUFFER_BYTES, EtherType.CUSTOMER_TAG);
    }

    public PacketConfig withNamespace(String name) {
        return new PacketConfig(device, name, offload, bufferBytes, tpid);
    }

    public PacketConfig withOffload(boolean wanted) {
        return new PacketConfig(device, namespace, wanted, bufferBytes, tpid);
    }

    public PacketConfig withBufferBytes(int bytes) {
        return new PacketConfig(device, namespace, offload, bytes, tpid);
    }

    public PacketConfig withTpid(int tagType) {
        return new PacketConfig(device, namespace, offload, bufferBytes, tagType);
    }
}
