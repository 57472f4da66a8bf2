package io.isolane.tools.bench.device;

import io.isolane.core.memory.FrameCache;
import io.isolane.tools.bench.tester.TestPort;

/** Joins two ports: what leaves one enters the other, and is lost where that has no room, as on a wire. Confined to the thread of both. */
final class Cable {
    private static final int BATCH = 64;

    private final TestPort left;
    private final TestPort right;
    private final FrameCache cache;
    private final long[] batch = new long[BATCH];

    /** A cable between two ports whose frames come from and go to {@code cache}. */
    Cable(TestPort left, TestPort right, FrameCache cache) {
        this.left = left;
        this.right = right;
        this.cache = cache;
    }

    /** Moves a batch each way. */
    void poll() {
        move(left, right);
        move(right, left);
    }

    private void move(TestPort from, TestPort to) {
        int count = from.receive(batch, BATCH);
        cache.free(batch, to.send(batch, count), count);
    }
}
