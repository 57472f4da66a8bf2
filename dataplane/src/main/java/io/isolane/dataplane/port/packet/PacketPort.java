package io.isolane.dataplane.port.packet;

import static java.util.Objects.requireNonNull;

import io.isolane.dataplane.linux.PacketSocket;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.io.IOException;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * A port whose wire is an existing interface: what arrives there is received, what is transmitted leaves there. Frames
 * that the interface's own stack sends are not heard. While the interface is down or has no carrier the link is down;
 * where it is deleted or moved the port has failed.
 */
public final class PacketPort implements Port {
    private final String name;
    private final boolean offload;
    private final int tpid;
    private final PacketSocket socket;
    private final Arena arena = Arena.ofShared();
    private final DeviceStatus status;
    private @Nullable PacketReceiver receiver;
    private @Nullable PacketTransmitter transmitter;
    private boolean closed;

    private PacketPort(String name, PacketConfig config, PacketSocket socket) {
        this.name = name;
        this.offload = config.offload();
        this.tpid = config.tpid();
        this.socket = socket;
        this.status = new DeviceStatus(arena, socket.link(), socket.index(), false);
    }

    /**
     * Opens a socket on the interface. Any thread.
     *
     * @param name the port's name
     * @throws IOException naming the step that failed and, where known, its mend
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static PacketPort create(String name, PacketConfig config) throws IOException {
        return new PacketPort(
                name, config, PacketSocket.open(config.device(), config.namespace(), config.bufferBytes()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext context) {
        receiver = new PacketReceiver(arena, socket, status, context);
        transmitter = new PacketTransmitter(arena, socket, status, context, tpid);
    }

    @Override
    public int receive(long[] frames, int max) {
        return status.isFailed() ? 0 : requireNonNull(receiver).receive(frames, max);
    }

    @Override
    public int transmit(long[] frames, int count) {
        return status.isFailed() ? 0 : requireNonNull(transmitter).transmit(frames, count);
    }

    @Override
    public PortStatus status() {
        return status.status();
    }

    @Override
    public boolean takesOffload() {
        return offload;
    }

    @Override
    public int readyDescriptor() {
        return status.isFailed() ? NO_DESCRIPTOR : socket.file();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (receiver != null) {
                receiver.close();
            }
            socket.close();
            arena.close();
        }
    }
}
