package io.isolane.dataplane.linux;

/**
 * How a packet socket is set up. Immutable.
 *
 * @param promiscuous whether the interface also hears what is not addressed to it; a switch's ports do
 * @param bufferBytes the socket's receive and send buffers in bytes each, as the kernel counts (a frame costs about
 *     twice its length); bursts beyond it are lost
 */
public record PacketOptions(boolean promiscuous, int bufferBytes) {
    public static final PacketOptions DEFAULT = new PacketOptions(true, 8 << 20);

    public PacketOptions withPromiscuous(boolean wanted) {
        return new PacketOptions(wanted, bufferBytes);
    }

    public PacketOptions withBufferBytes(int bytes) {
        return new PacketOptions(promiscuous, bytes);
    }
}
