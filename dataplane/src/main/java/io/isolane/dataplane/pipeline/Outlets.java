package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.RateLimit;
import org.jspecify.annotations.Nullable;

/** A worker's outlets by port index, and which of them have something waiting. Confined to its worker. */
final class Outlets {
    private final @Nullable Outlet[] outlets;
    private final @Nullable Outlet[] touched;
    private int touchedCount;

    Outlets(int ports) {
        this.outlets = new Outlet[ports];
        this.touched = new Outlet[ports];
    }

    /** Between batches only: nothing waits then. */
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
    boolean append(int port, long frame, PortCounters from) {
        Outlet outlet = outlets[port];
        if (outlet == null) {
            return false;
        }
        if (!outlet.isTouched) {
            outlet.isTouched = true;
            touched[touchedCount++] = outlet;
        }
        outlet.append(frame, from);
        return true;
    }

    void flush(PortCounters from) {
        for (int i = 0; i < touchedCount; i++) {
            Outlet outlet = touched[i];
            if (outlet != null) {
                outlet.isTouched = false;
                outlet.flush(from);
            }
        }
        touchedCount = 0;
    }
}
