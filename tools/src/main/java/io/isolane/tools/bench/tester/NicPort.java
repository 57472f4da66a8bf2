package io.isolane.tools.bench.tester;

import io.isolane.dataplane.port.ring.VirtualNic;

/** The tester's end of a port in memory. */
public record NicPort(VirtualNic nic) implements TestPort {
    @Override
    public int send(long[] frames, int count) {
        return nic.send(frames, 0, count);
    }

    @Override
    public int receive(long[] frames, int max) {
        return nic.receive(frames, max);
    }
}
