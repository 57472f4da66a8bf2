package io.isolane.dataplane.port;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Wakes a worker that sleeps, at the price of one fence when it does not.
 *
 * <p>The worker announces that it is about to sleep, then looks at its ports once more; whoever hands it something publishes that,
 * then looks whether it sleeps. With a full fence between the two on either side, one of them sees the other. Any thread.
 */
public final class Wakeup {
    private static final VarHandle SLEEPING;

    static {
        try {
            SLEEPING = MethodHandles.lookup().findVarHandle(Wakeup.class, "sleeping", boolean.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final Runnable alarm;
    private final boolean isNeeded;

    @SuppressWarnings("unused") // by its handle
    private boolean sleeping;

    private Wakeup(Runnable alarm, boolean isNeeded) {
        this.alarm = alarm;
        this.isNeeded = isNeeded;
    }

    /** For a worker that never sleeps. */
    public static Wakeup none() {
        return new Wakeup(() -> {}, false);
    }

    /** For a worker that {@code alarm} wakes; the alarm may ring once too often. */
    public static Wakeup by(Runnable alarm) {
        return new Wakeup(alarm, true);
    }

    /** Called after something was published for the worker. */
    public void afterPublish() {
        if (isNeeded) {
            VarHandle.fullFence();
            if ((boolean) SLEEPING.getOpaque(this) && (boolean) SLEEPING.compareAndSet(this, true, false)) {
                alarm.run();
            }
        }
    }

    /** The worker is about to sleep; it looks for work once more after this. */
    public void announceSleep() {
        SLEEPING.setVolatile(this, true);
        VarHandle.fullFence();
    }

    /** The worker is awake. */
    public void endSleep() {
        SLEEPING.setOpaque(this, false);
    }
}
