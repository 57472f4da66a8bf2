package io.isolane.dataplane.worker;

import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.port.PortStatus;

/** A port of this worker and how it was when last looked at. Confined to its worker. */
final class PolledPort {
    private final int index;
    private final GuardedPort port;
    private final PortCounters counters;
    private PortStatus lastStatus = PortStatus.UP;
    private long shutAt;
    private long shutFor;
    private boolean hasLostLink;
    private int weight;

    PolledPort(AttachedPort attached) {
        this.index = attached.index();
        this.port = attached.port();
        this.counters = attached.counters();
        this.weight = attached.weight();
    }

    int index() {
        return index;
    }

    GuardedPort port() {
        return port;
    }

    PortCounters counters() {
        return counters;
    }

    /** Puts the port down for {@code nanos}, 0 for until it is cleared. */
    void shutDown(long now, long nanos) {
        shutAt = now;
        shutFor = nanos;
        hasLostLink = false;
        port.shutDown();
    }

    /** True if the time for which the port is down has passed. */
    boolean isDue(long now) {
        return shutFor != 0 && now - shutAt >= shutFor;
    }

    /** True once if the device of a port that is down has lost its link. */
    boolean losesLink() {
        boolean isLoss = !hasLostLink && !port.deviceStatus().canTransmit();
        hasLostLink |= isLoss;
        return isLoss;
    }

    /** Frames of a turn. */
    int weight() {
        return weight;
    }

    void weight(int frames) {
        weight = frames;
    }

    PortStatus lastStatus() {
        return lastStatus;
    }

    void lastStatus(PortStatus status) {
        lastStatus = status;
    }
}
