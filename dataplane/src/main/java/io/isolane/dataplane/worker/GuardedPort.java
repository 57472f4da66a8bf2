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
    private volatile @Nullable PortStatus outage;

    /** Guards {@code port}. */
    public GuardedPort(Port port) {
        this.port = port;
    }

    /** Takes nothing and gives nothing until {@link #reopen}, unless it has failed for good. Its worker only. */
    void shutDown() {
        if (outage == null) {
            outage = PortStatus.SHUT_DOWN;
        }
    }

    /** Ends what {@link #shutDown} began. Its worker only. */
    void reopen() {
        outage = null;
    }

    /** How the device is that {@link #shutDown} hides. */
    PortStatus deviceStatus() {
        return port.status();
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
            return outage == null ? port.receive(frames, max) : 0;
        } catch (RuntimeException broken) {
            fail("receive", broken);
            return 0;
        }
    }

    @Override
    public int transmit(long[] frames, int count) {
        try {
            return outage == null ? port.transmit(frames, count) : 0;
        } catch (RuntimeException broken) {
            fail("transmit", broken);
            return 0;
        }
    }

    @Override
    public PortStatus status() {
        PortStatus known = outage;
        return known == null ? port.status() : known;
    }

    @Override
    public boolean takesOffload() {
        return port.takesOffload();
    }

    @Override
    public int readyDescriptor() {
        return outage == null ? port.readyDescriptor() : NO_DESCRIPTOR;
    }

    @Override
    public boolean isReady() {
        return outage == null && port.isReady();
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
        outage = PortStatus.failed("its " + what + " threw " + broken);
    }
}
