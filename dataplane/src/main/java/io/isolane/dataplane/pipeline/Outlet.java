package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;

/** Where delivered frames wait for the end of the batch on their way to one port. Confined to its worker. */
abstract class Outlet {
    /** Takes the frame over. */
    abstract void append(long frame);

    /** Hands on all that waits; {@code from} counts what cannot even leave this worker. */
    abstract void flush(PortCounters from);
}
