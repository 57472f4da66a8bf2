package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.RateLimit;
import org.jspecify.annotations.Nullable;

/** A worker's outlets by port index, and which of them have something waiting. Confined to its worker. */
final class Outlets {
    private final int[] touched;
    private final boolean[] isTouched;
    private final @Nullable Outlet[] outlets;
    private int touchedCount;

    Outlets(int ports) {
        this.outlets = new Outlet[ports];
        this.touched = new int[ports];
        this.isTouched = new boolean[ports];
    }

    void set(int port, @Nullable Outlet outlet) {
        outlets[port] = outlet;
    }

    /** As {@link PortOutlet#restrict}, for a port of this worker. */
    void restrict(int port, int maxFrame, RateLimit limit) {
        if (outlets[port] instanceof PortOutlet outlet) {
            outlet.restrict(maxFrame, limit);
        }
    }

    /** Takes the frame over, or says that there is no such port. */
    boolean append(int port, long frame) {
        Outlet outlet = outlets[port];
        if (outlet == null) {
            return false;
        }
        if (!isTouched[port]) {
            isTouched[port] = true;
            touched[touchedCount++] = port;
        }
        outlet.append(frame);
        return true;
    }

    void flush(PortCounters from) {
        for (int i = 0; i < touchedCount; i++) {
            int port = touched[i];
            isTouched[port] = false;
            Outlet outlet = outlets[port];
            if (outlet != null) {
                outlet.flush(from);
            }
        }
        touchedCount = 0;
    }
}
