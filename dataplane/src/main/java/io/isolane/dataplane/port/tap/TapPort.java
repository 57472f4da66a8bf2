package io.isolane.dataplane.port.tap;

import static java.util.Objects.requireNonNull;

import io.isolane.dataplane.linux.Interface;
import io.isolane.dataplane.linux.NativeException;
import io.isolane.dataplane.linux.TapDevice;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.io.IOException;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * A port whose wire is a TAP device: what the interface's namespace sends is received, what is transmitted arrives
 * there. The interface exists from {@link #create} to {@link #close}. Where it is set down the link is down; where it is
 * deleted the port has failed.
 */
public final class TapPort implements Port {
    private final String name;
    private final int tpid;
    private final TapDevice device;
    private final Arena arena = Arena.ofShared();
    private final DeviceStatus status;
    private @Nullable TapReceiver receiver;
    private @Nullable TapTransmitter transmitter;
    private boolean closed;

    private TapPort(String name, int tpid, TapDevice device) throws NativeException {
        this.name = name;
        this.tpid = tpid;
        this.device = device;
        this.status = new DeviceStatus(arena, device.link(), device.link().index(), true);
    }

    /**
     * Makes the TAP device and brings it up. Any thread.
     *
     * @param name the port's name
     * @throws IOException naming the step that failed and, where known, its mend; nothing is left behind
     * @throws UnsupportedOperationException anywhere but on Linux
     */
    public static TapPort create(String name, TapConfig config) throws IOException {
        TapDevice device = TapDevice.open(config.device(), config.namespace(), config.offload());
        try {
            setUp(device.link(), config);
            return new TapPort(name, config.tpid(), device);
        } catch (IOException failure) {
            device.close();
            throw failure;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext context) {
        receiver = new TapReceiver(arena, device, status, context);
        transmitter = new TapTransmitter(arena, device, status, context, tpid);
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
        return device.virtioHeaderBytes() > 0;
    }

    @Override
    public int readyDescriptor() {
        return status.isFailed() ? NO_DESCRIPTOR : device.file();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            if (receiver != null) {
                receiver.close();
            }
            device.close();
            arena.close();
        }
    }

    private static void setUp(Interface link, TapConfig config) throws NativeException {
        if (config.macAddress() != 0) {
            link.setMacAddress(config.macAddress());
        }
        if (config.mtu() != 0) {
            link.setMtu(config.mtu());
        }
        link.setUp(true);
    }
}
