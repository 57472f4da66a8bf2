package io.isolane.dataplane.worker;

import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortStatus;

/** A port of this worker and how it was when last looked at. Confined to its worker. */
final class PolledPort {
    private final int index;
    private final Port port;
    private final PortCounters counters;
    private PortStatus lastStatus = PortStatus.UP;

    PolledPort(AttachedPort attached) {
        this.index = attached.index();
        this.port = attached.port();
        this.counters = attached.counters();
    }

    int index() {
        return index;
    }

    Port port() {
        return port;
    }

    PortCounters counters() {
        return counters;
    }

    PortStatus lastStatus() {
        return lastStatus;
    }

    void lastStatus(PortStatus status) {
        lastStatus = status;
    }
}
