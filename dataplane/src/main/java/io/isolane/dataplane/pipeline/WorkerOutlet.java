package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.Wakeup;

/** The way to a port of another worker: descriptor and port index, two items, over the ring between the two workers. */
final class WorkerOutlet extends Outlet {
    static final int ITEMS_PER_FRAME = 2;

    private final int port;
    private final SpscRing ring;
    private final Wakeup wakeup;
    private final FrameCache cache;
    private final long[] pending = new long[Batch.CAPACITY * ITEMS_PER_FRAME];
    private int items;

    WorkerOutlet(int port, SpscRing ring, Wakeup wakeup, FrameCache cache) {
        this.port = port;
        this.ring = ring;
        this.wakeup = wakeup;
        this.cache = cache;
    }

    /** A batch holds each frame once, so there is always room. */
    @Override
    void append(long frame) {
        pending[items++] = frame;
        pending[items++] = port;
    }

    @Override
    void flush(PortCounters from) {
        int room = Math.min(items, ring.room(items)) / ITEMS_PER_FRAME * ITEMS_PER_FRAME;
        int accepted = ring.offer(pending, 0, room);
        wakeup.afterPublish();
        for (int i = accepted; i < items; i += ITEMS_PER_FRAME) {
            from.dropped(DropReason.WORKER_RING_FULL, 1);
            cache.free(pending[i]);
        }
        items = 0;
    }
}
