package io.isolane.dataplane.port.tap;

import io.isolane.core.frame.EtherType;
import org.jspecify.annotations.Nullable;

/**
 * What a TAP port is made of. Immutable.
 *
 * @param device name of the interface that is made, 1 to 15 bytes
 * @param namespace the network namespace it appears in, by its name or path; null for the switch's own
 * @param mtu the interface's MTU in bytes; 0 leaves the kernel's, 1,500
 * @param macAddress the interface's own address; 0 leaves the kernel's random one
 * @param offload whether frames may come and go with unfinished checksums and as super-frames of up to 64 KiB
 * @param tpid TPID of the tags that are written into frames
 */
public record TapConfig(
        String device, @Nullable String namespace, int mtu, long macAddress, boolean offload, int tpid) {
    /** A device in the switch's own namespace, with offload, everything else as the kernel does. */
    public static TapConfig of(String device) {
        return new TapConfig(device, null, 0, 0, true, EtherType.CUSTOMER_TAG);
    }

    public TapConfig withNamespace(String name) {
        return new TapConfig(device, name, mtu, macAddress, offload, tpid);
    }

    public TapConfig withMtu(int bytes) {
        return new TapConfig(device, namespace, bytes, macAddress, offload, tpid);
    }

    public TapConfig withMacAddress(long mac) {
        return new TapConfig(device, namespace, mtu, mac, offload, tpid);
    }

    public TapConfig withOffload(boolean wanted) {
        return new TapConfig(device, namespace, mtu, macAddress, wanted, tpid);
    }

    public TapConfig withTpid(int tagType) {
        return new TapConfig(device, namespace, mtu, macAddress, offload, tagType);
    }
}
