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

    /** As {@link PortOutlet#filter}, for a port of this worker. */
    void filter(int port, ExitLists lists) {
        if (outlets[port] instanceof PortOutlet outlet) {
            outlet.filter(lists);
        }
    }

    /** Takes the frame over, or says that there is no such port. */
    boolean append(int port, long frame, PortCounters from) {
        Outlet outlet = outlets[port];
        if (outlet == null) {
            return false;
        }
        touch(outlet);
        outlet.append(frame, from);
        return true;
    }

    /** Takes all of {@code frames[0..count)} over as {@link Outlet#appendAll} does, or none of them. */
    boolean appendAll(int port, long[] frames, int count, long keep, long add, PortCounters from) {
        Outlet outlet = outlets[port];
        if (outlet == null || !outlet.appendAll(frames, count, keep, add, from)) {
            return false;
        }
        touch(outlet);
        return true;
    }

    private void touch(Outlet outlet) {
        if (!outlet.isTouched) {
            outlet.isTouched = true;
            touched[touchedCount++] = outlet;
        }
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
