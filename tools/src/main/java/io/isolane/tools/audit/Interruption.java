package io.isolane.tools.audit;

import io.isolane.tools.audit.scene.Experiment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a signal end an experiment in order: the process goes when what the experiment made is removed. */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Experiment experiment;
    private final CountDownLatch isOver = new CountDownLatch(1);
    private final Thread atShutdown = new Thread(this::cancel, "isolane-audit-stop");
    private volatile boolean isRequested;

    private Interruption(Experiment experiment) {
        this.experiment = experiment;
    }

    static Interruption cancelling(Experiment experiment) {
        Interruption interruption = new Interruption(experiment);
        Runtime.getRuntime().addShutdownHook(interruption.atShutdown);
        return interruption;
    }

    /** True once there was a signal. */
    boolean isRequested() {
        return isRequested;
    }

    @Override
    public void close() {
        isOver.countDown();
        if (!isRequested) {
            try {
                Runtime.getRuntime().removeShutdownHook(atShutdown);
            } catch (IllegalStateException isShuttingDown) {
                // The hook has begun, and ends now.
                return;
            }
        }
    }

    private void cancel() {
        isRequested = true;
        experiment.cancel();
        try {
            if (!isOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("isolane: the experiment does not end; 'ip netns' lists what it leaves behind");
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
    }
}
