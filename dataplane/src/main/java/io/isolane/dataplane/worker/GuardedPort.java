package io.isolane.dataplane.worker;

import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import org.jspecify.annotations.Nullable;

/**
 * A port that may be anybody's code: if it breaks its contract and throws, it has failed, and nothing else. A
 * transmit that threw took nothing.
 */
public final class GuardedPort implements Port {
    private final Port port;
    private volatile @Nullable PortStatus failure;

    /** Guards {@code port}. */
    public GuardedPort(Port port) {
        this.port = port;
    }

    @Override
    public String name() {
        return port.name();
    }

    @Override
    public void open(PortContext context) {
        port.open(context);
    }

    @Override
    public int receive(long[] frames, int max) {
        try {
            return failure == null ? port.receive(frames, max) : 0;
        } catch (RuntimeException broken) {
            fail("receive", broken);
            return 0;
        }
    }

    @Override
    public int transmit(long[] frames, int count) {
        try {
            return failure == null ? port.transmit(frames, count) : 0;
        } catch (RuntimeException broken) {
            fail("transmit", broken);
            return 0;
        }
    }

    @Override
    public PortStatus status() {
        PortStatus broken = failure;
        return broken == null ? port.status() : broken;
    }

    @Override
    public boolean takesOffload() {
        return port.takesOffload();
    }

    @Override
    public int readyDescriptor() {
        return failure == null ? port.readyDescriptor() : NO_DESCRIPTOR;
    }

    @Override
    public boolean isReady() {
        return failure == null && port.isReady();
    }

    @Override
    public void close() {
        try {
            port.close();
        } catch (RuntimeException broken) {
            fail("close", broken);
        }
    }

    private void fail(String what, RuntimeException broken) {
        failure = PortStatus.failed("its " + what + " threw " + broken);
    }
}
