package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.FrameCache;

/** Where frames end that go nowhere: counted under a name, and freed. */
final class Drops {
    private final FrameCache cache;

    Drops(FrameCache cache) {
        this.cache = cache;
    }

    void free(long frame) {
        cache.free(frame);
    }

    void drop(long frame, DropReason reason, PortCounters counters) {
        counters.dropped(reason, 1);
        cache.free(frame);
    }
}
