package io.isolane.dataplane.worker;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A worker's own thread: duty cycles, and between them, when there is nothing to do, a spin, a yield, then sleep. */
public final class WorkerThread implements AutoCloseable {
    private static final int SPINS = 200;
    private static final int YIELDS = 20;
    private static final long SLEEP_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ForwardingWorker worker;
    private final Sleeper sleeper;
    private final boolean sleeps;
    private final CountDownLatch running;
    private final Thread thread;
    private volatile boolean isStopped;

    /**
     * A thread for {@code worker}, which never sleeps unless {@code sleeps}.
     *
     * @param running the threads of the switch that still move frames: ports are closed when none does
     */
    public WorkerThread(ForwardingWorker worker, Sleeper sleeper, boolean sleeps, CountDownLatch running) {
        this.worker = worker;
        this.sleeper = sleeper;
        this.sleeps = sleeps;
        this.running = running;
        this.thread = Thread.ofPlatform().name(worker.roleName()).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Lets the thread end after its current cycle. */
    public void stop() {
        isStopped = true;
        sleeper.wake();
    }

    /** Waits for the end of the thread, which closes its worker; every thread of the switch has been told to {@link #stop}. */
    @Override
    public void close() {
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
        try {
            int idle = 0;
            while (!isStopped) {
                idle = worker.doWork() > 0 ? 0 : idle(idle + 1);
            }
        } finally {
            running.countDown();
        }
        awaitOthers();
        worker.onClose();
    }

    /** What another worker still sends to this one's ports must find them, or its slots would be lost. */
    private void awaitOthers() {
        try {
            running.await();
        } catch (InterruptedException closeAtOnce) {
            Thread.currentThread().interrupt();
        }
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
        if (!isStopped) {
            sleeper.sleep(worker, SLEEP_NANOS);
        }
        worker.wakeup().endSleep();
    }
}
