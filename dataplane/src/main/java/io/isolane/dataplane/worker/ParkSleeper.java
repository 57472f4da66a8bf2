package io.isolane.dataplane.worker;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sleeps wherever Java runs: for ports in memory, which wake it. */
public final class ParkSleeper implements Sleeper {
    private volatile @Nullable Thread thread;

    /** A sleeper whose thread is not known yet. */
    public ParkSleeper() {}

    @Override
    public void sleep(ForwardingWorker worker, long nanos) {
        thread = Thread.currentThread();
        if (!worker.isReady()) {
            LockSupport.parkNanos(this, nanos);
        }
    }

    @Override
    public void wake() {
        LockSupport.unpark(thread);
    }

    @Override
    public void close() {}
}
