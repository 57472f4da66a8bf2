package io.isolane.tools.chaos;

import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.ring.RingPort;

/** A port in memory that can be made to break its contract: it throws, as code of somebody else may. */
final class BreakingPort implements Port {
    private final RingPort port;
    private volatile boolean isBroken;

    BreakingPort(RingPort port) {
        this.port = port;
    }

    /** From now on it throws. Any thread. */
    void smash() {
        isBroken = true;
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
        requireWhole();
        return port.receive(frames, max);
    }

    @Override
    public int transmit(long[] frames, int count) {
        requireWhole();
        return port.transmit(frames, count);
    }

    @Override
    public PortStatus status() {
        return port.status();
    }

    @Override
    public boolean isReady() {
        return port.isReady();
    }

    @Override
    public void close() {
        port.close();
    }

    private void requireWhole() {
        if (isBroken) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
