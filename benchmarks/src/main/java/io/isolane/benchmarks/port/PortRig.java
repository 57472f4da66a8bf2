package io.isolane.benchmarks.port;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import io.isolane.dataplane.port.Wakeup;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The worker's part towards ports: gives them bursts of frames and takes frames from them. Confined to its thread. */
final class PortRig implements AutoCloseable {
    /** Frames of a burst. */
    static final int BURST = 64;

    /** For local experiments (IEEE 802): tells our frames from those that a kernel sends by itself. */
    static final int ETHER_TYPE = 0x88b5;

    private static final long DESTINATION = 0x02_55_00_00_00_01L;
    private static final long SOURCE = 0x02_66_00_00_00_01L;
    private static final int SLOTS = 4096;
    private static final int MAX_FRAME = 1532;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Arena arena = Arena.ofShared();
    private final FramePool pool = new FramePool(FrameMemory.allocate(arena, SLOTS, 0));
    private final FrameCache cache = pool.newCache();
    private final PortCounters counters = PortCounters.allocate(arena);
    private final long[] frames = new long[BURST];
    private final long[] received = new long[BURST];
    private final List<Port> ports = new ArrayList<>();

    FramePool pool() {
        return pool;
    }

    FrameCache cache() {
        return cache;
    }

    /** Opens a port, which is closed with this. */
    <P extends Port> P open(P port) {
        ports.add(port);
        return enter(port);
    }

    /** Opens a port, which the caller closes. */
    <P extends Port> P enter(P port) {
        port.open(new PortContext(pool.memory(), cache, counters, Wakeup.none(), MAX_FRAME));
        return port;
    }

    /** Fills {@code burst} with frames of {@code length} bytes. */
    void make(long[] burst, int length) {
        for (int i = 0; i < BURST; i++) {
            burst[i] = cache.allocate(length);
            EthernetHeader.write(pool.memory().frameAddress(burst[i]), DESTINATION, SOURCE, ETHER_TYPE);
        }
    }

    /** Transmits a burst of new frames of {@code length} bytes. */
    void transmit(Port port, int length) {
        make(frames, length);
        int sent = port.transmit(frames, BURST);
        if (sent != BURST) {
            cache.free(frames, sent, BURST);
            throw new IllegalStateException(port.name() + " took " + sent + " frames of " + BURST + describe(port));
        }
    }

    /** Receives as many of our frames as a burst has, and frees them and whatever else comes. */
    void receive(Port port) {
        int ours = 0;
        long deadline = 0;
        while (ours < BURST) {
            int count = port.receive(received, BURST - ours);
            for (int i = 0; i < count; i++) {
                ours += EthernetHeader.etherType(pool.memory().frameAddress(received[i])) == ETHER_TYPE ? 1 : 0;
            }
            cache.free(received, 0, count);
            deadline = count > 0 ? 0 : patient(deadline, port, ours);
        }
    }

    @Override
    public void close() {
        ports.forEach(Port::close);
        cache.close();
        arena.close();
    }

    /** The time at which to give up, from the first look that found nothing. */
    private static long patient(long deadline, Port port, int ours) {
        long now = System.nanoTime();
        if (deadline != 0 && now - deadline > 0) {
            throw new IllegalStateException(port.name() + " gave " + ours + " frames of " + BURST
                    + " and no more within a second" + describe(port));
        }
        return deadline == 0 ? now + PATIENCE_NANOS : deadline;
    }

    private static String describe(Port port) {
        PortStatus status = port.status();
        return "; its status is " + status.state() + " " + status.reason();
    }
}
