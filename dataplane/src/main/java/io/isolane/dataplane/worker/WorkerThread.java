package io.isolane.dataplane.worker;

import java.util.concurrent.TimeUnit;

/** A worker's own thread: duty cycles, and between them, when there is nothing to do, a spin, a yield, then sleep. */
public final class WorkerThread implements AutoCloseable {
    private static final int SPINS = 200;
    private static final int YIELDS = 20;
    private static final long SLEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ForwardingWorker worker;
    private final Sleeper sleeper;
    private final boolean sleeps;
    private final Thread thread;
    private volatile boolean isClosed;

    /** A thread for {@code worker}, which never sleeps unless {@code sleeps}. */
    public WorkerThread(ForwardingWorker worker, Sleeper sleeper, boolean sleeps) {
        this.worker = worker;
        this.sleeper = sleeper;
        this.sleeps = sleeps;
        this.thread = Thread.ofPlatform().name(worker.roleName()).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Ends the thread after its current cycle and closes the worker. */
    @Override
    public void close() {
        isClosed = true;
        sleeper.wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stillWaiting) {
                interrupted = true;
            }
        }
        sleeper.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int idle = 0;
        while (!isClosed) {
            idle = worker.doWork() > 0 ? 0 : idle(idle + 1);
        }
        worker.onClose();
    }

    @SuppressWarnings("ThreadPriorityCheck") // lets others run before this thread sleeps; nothing depends on it
    private int idle(int cycles) {
        if (!sleeps || cycles < SPINS) {
            Thread.onSpinWait();
        } else if (cycles < SPINS + YIELDS) {
            Thread.yield();
        } else {
            sleep();
            return 0;
        }
        return cycles;
    }

    private void sleep() {
        worker.wakeup().announceSleep();
        if (!isClosed) {
            sleeper.sleep(worker, SLEEP_NANOS);
        }
        worker.wakeup().endSleep();
    }
}
