package io.isolane.dataplane;

import io.isolane.core.memory.FrameCache;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import org.jspecify.annotations.Nullable;

/** A port that takes every frame until it breaks in the way that a test asks for. */
final class FaultyPort implements Port {
    private final String name;
    private final Fault fault;
    private @Nullable FrameCache cache;
    private boolean isBroken;
    private PortStatus status = PortStatus.UP;
    private int transmitted;

    /** Ways to break. */
    enum Fault {
        OPEN_THROWS,
        RECEIVE_THROWS,
        TRANSMIT_THROWS,
        CLOSE_THROWS,
        FAILS,
        TAKES_HALF
    }

    FaultyPort(String name, Fault fault) {
        this.name = name;
        this.fault = fault;
    }

    /** From now on it does what its fault says. */
    void breakDown() {
        isBroken = true;
        if (fault == Fault.FAILS) {
            status = PortStatus.failed("the device is gone");
        }
    }

    int transmitted() {
        return transmitted;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext context) {
        throwIf(fault == Fault.OPEN_THROWS);
        cache = context.cache();
    }

    @Override
    public int receive(long[] frames, int max) {
        throwIf(isBroken && fault == Fault.RECEIVE_THROWS);
        return 0;
    }

    @Override
    public int transmit(long[] frames, int count) {
        throwIf(isBroken && fault == Fault.TRANSMIT_THROWS);
        int taken = isBroken && fault == Fault.TAKES_HALF ? count / 2 : count;
        if (cache != null) {
            cache.free(frames, 0, taken);
        }
        transmitted += taken;
        return taken;
    }

    @Override
    public PortStatus status() {
        return status;
    }

    @Override
    public void close() {
        throwIf(fault == Fault.CLOSE_THROWS);
    }

    private static void throwIf(boolean isDue) {
        if (isDue) {
            throw new IllegalStateException("broken on purpose");
        }
    }
}
