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
    private final long[] items = new long[Batch.CAPACITY * ITEMS_PER_FRAME];

    WorkerOutlet(int port, SpscRing ring, Wakeup wakeup, FrameCache cache) {
        maxFrame = Integer.MAX_VALUE;
        this.port = port;
        this.ring = ring;
        this.wakeup = wakeup;
        this.cache = cache;
    }

    /** What a port can take, its own worker knows. */
    @Override
    void appendUnusual(long frame, PortCounters from) {
        enqueue(frame, from);
    }

    @Override
    void flush(PortCounters from) {
        for (int i = 0; i < count; i++) {
            items[i * ITEMS_PER_FRAME] = pending[i];
            items[i * ITEMS_PER_FRAME + 1] = port;
        }
        int wanted = count * ITEMS_PER_FRAME;
        int room = Math.min(wanted, ring.room(wanted)) / ITEMS_PER_FRAME * ITEMS_PER_FRAME;
        int accepted = ring.offer(items, 0, room) / ITEMS_PER_FRAME;
        wakeup.afterPublish();
        from.dropped(DropReason.WORKER_RING_FULL, count - accepted);
        cache.free(pending, accepted, count);
        count = 0;
    }
}
