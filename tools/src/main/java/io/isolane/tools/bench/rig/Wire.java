package io.isolane.tools.bench.rig;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.Wakeup;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.tools.bench.machine.ThreadWatch;
import java.lang.foreign.Arena;
import java.util.Arrays;
import org.agrona.concurrent.SystemNanoClock;

/**
 * No switch at all: what enters a port leaves on the port beside it. The baseline, with the same ports and rings, from which the cost
 * of the switch itself is the difference.
 */
final class Wire implements Medium {
    private static final int BATCH = 256;

    private final Arena arena = Arena.ofAuto();
    private final FramePool pool;
    private final FrameCache cache;
    private final PortCounters counters = PortCounters.allocate(arena);
    private final ThreadWatch watch = new ThreadWatch(SystemNanoClock.INSTANCE);
    private final long[] frames = new long[BATCH];
    private final Thread thread = Thread.ofPlatform().name("wire").daemon().unstarted(this::spin);
    private volatile RingPort[] ports = {};
    private volatile boolean isClosed;

    /** A wire without ports yet, its frames moved by a thread of its own if {@code hasThread}. */
    Wire(MemoryConfig memory, boolean hasThread) {
        pool = new FramePool(FrameMemory.allocate(arena, memory.smallSlots(), memory.largeSlots()));
        cache = pool.newCache();
        if (hasThread) {
            thread.start();
        }
    }

    @Override
    public FramePool pool() {
        return pool;
    }

    @Override
    public void attach(PortProfile profile, RingPort port) {
        port.open(new PortContext(
                pool.memory(), cache, counters, Wakeup.none(), profile.mtu() + EthernetLayout.HEADER_LENGTH));
        RingPort[] more = Arrays.copyOf(ports, ports.length + 1);
        more[ports.length] = port;
        ports = more;
    }

    @Override
    public ThreadWatch watch() {
        return watch;
    }

    @Override
    public int poll() {
        RingPort[] all = ports;
        int moved = 0;
        for (int i = 0; i + 1 < all.length; i += 2) {
            moved += move(all[i], all[i + 1]) + move(all[i + 1], all[i]);
        }
        return moved;
    }

    @Override
    public long delivered() {
        return counters.txFrames();
    }

    @Override
    public long dropped() {
        return counters.totalDrops();
    }

    @Override
    public void close() {
        isClosed = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stillWaiting) {
                interrupted = true;
            }
        }
        for (RingPort port : ports) {
            port.close();
        }
        cache.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private int move(RingPort from, RingPort to) {
        int count = from.receive(frames, BATCH);
        if (count > 0) {
            int sent = to.transmit(frames, count);
            counters.transmitted(sent, 0);
            if (sent < count) {
                cache.free(frames, sent, count);
                counters.dropped(DropReason.TX_FULL, count - sent);
            }
        }
        return count;
    }

    private void spin() {
        while (!isClosed) {
            watch.nanoTime();
            if (poll() == 0) {
                Thread.onSpinWait();
            }
        }
    }
}
