package io.isolane.dataplane.worker;

/** How a worker's thread sleeps until a port has something to receive, and how others wake it. */
public interface Sleeper extends AutoCloseable {
    /** Sleeps until a port of the worker may have work, {@link #wake} is called or the time is over. The worker's thread only. */
    void sleep(ForwardingWorker worker, long nanos);

    /** Wakes the thread, now or at its next sleep. Any thread. */
    void wake();

    @Override
    void close();
}
