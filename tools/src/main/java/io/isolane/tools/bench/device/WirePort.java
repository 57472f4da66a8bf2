package io.isolane.tools.bench.device;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.tools.bench.tester.TestPort;

/** The tester's end of a Linux interface: a port of this switch that no switch has. Confined to the tester's thread. */
public final class WirePort implements TestPort, AutoCloseable {
    private final Port port;
    private final PortCounters counters;

    /** An end at {@code port}, which is open, counts with {@code counters}, and is closed with this. */
    WirePort(Port port, PortCounters counters) {
        this.port = port;
        this.counters = counters;
    }

    @Override
    public int send(long[] frames, int count) {
        return port.transmit(frames, count);
    }

    @Override
    public int receive(long[] frames, int max) {
        return port.receive(frames, max);
    }

    @Override
    public long refused() {
        return counters.drops(DropReason.TX_REFUSED);
    }

    PortStatus status() {
        return port.status();
    }

    @Override
    public void close() {
        port.close();
    }
}
