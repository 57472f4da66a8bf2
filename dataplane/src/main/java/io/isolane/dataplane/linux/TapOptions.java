package io.isolane.dataplane.linux;

/**
 * How a TAP device is set up. Immutable.
 *
 * @param offload whether frames may carry unfinished checksums and exceed the MTU as super-frames, told by a virtio
 *     header before each frame; otherwise the kernel finishes each frame before it hands it over
 * @param mtu the device's MTU in bytes; 0 leaves the kernel's (1500)
 * @param macAddress the device's own address, as the namespace's stack uses it; 0 leaves the kernel's random one
 */
public record TapOptions(boolean offload, int mtu, long macAddress) {
    public static final TapOptions DEFAULT = new TapOptions(true, 0, 0);

    public TapOptions withOffload(boolean wanted) {
        return new TapOptions(wanted, mtu, macAddress);
    }

    public TapOptions withMtu(int bytes) {
        return new TapOptions(offload, bytes, macAddress);
    }

    public TapOptions withMacAddress(long mac) {
        return new TapOptions(offload, mtu, mac);
    }
}
