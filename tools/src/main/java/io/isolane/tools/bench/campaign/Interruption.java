package io.isolane.tools.bench.campaign;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Lets a signal end a campaign or a comparison in order: it interrupts the thread that runs it, and the process goes when that has told what is known. */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Thread campaign = Thread.currentThread();
    private final Lock lock = new ReentrantLock();
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread atShutdown = new Thread(this::interrupt, "isolane-bench-stop");

    private Interruption() {}

    /** From now on a signal interrupts the calling thread. */
    public static Interruption ofThisThread() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.atShutdown);
        return interruption;
    }

    /** Held by the campaign's thread while it must not be interrupted. */
    public Lock lock() {
        return lock;
    }

    @Override
    public void close() {
        isOver.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException isShuttingDown) {
            // The hook has begun, and ends now.
            return;
        }
    }

    private void interrupt() {
        lock.lock();
        try {
            campaign.interrupt();
        } finally {
            lock.unlock();
        }
        try {
            if (!isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("isolane bench: the test does not end");
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }
}
