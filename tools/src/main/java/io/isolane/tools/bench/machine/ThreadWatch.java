package io.isolane.tools.bench.machine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * A clock that notes how late the one thread is that reads it: a thread that reads the clock in every turn of its loop is watched by nothing
 * more than that. The time of a turn counts, so a loop of 3 microseconds is up to 3 microseconds late.
 *
 * <p>{@link #nanoTime} belongs to the watched thread, {@link #begin} and {@link #end} to one other. The watched thread alone writes; it says
 * which notebook it has open, and the other reads a notebook when it is no longer open.
 */
public final class ThreadWatch implements NanoClock, Watch {
    private static final VarHandle WANTED;
    private static final VarHandle OPEN;
    private static final VarHandle LOOKED;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    static {
        try {
            WANTED = MethodHandles.lookup().findVarHandle(ThreadWatch.class, "wanted", Hiccups.class);
            LOOKED = MethodHandles.lookup().findVarHandle(ThreadWatch.class, "looked", long.class);
            OPEN = MethodHandles.lookup().findVarHandle(ThreadWatch.class, "open", Hiccups.class);
        } catch (ReflectiveOperationException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    private final NanoClock clock;

    @SuppressWarnings("unused") // by its handle
    private @Nullable Hiccups wanted;

    private @Nullable Hiccups open;

    @SuppressWarnings("unused") // by its handle
    private long looked;

    /** A watch that tells the time of {@code clock}. */
    public ThreadWatch(NanoClock clock) {
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // which notebook, not what is in it
    public long nanoTime() {
        // Asked before the clock is read: what is asked now has not ended before this moment, so that a pause before
        // the end is noted.
        Hiccups asked = (Hiccups) WANTED.getAcquire(this);
        long now = clock.nanoTime();
        Hiccups noted = open;
        if (noted != null) {
            noted.observe(now);
        }
        if (asked != noted) {
            OPEN.setRelease(this, asked);
        }
        LOOKED.setOpaque(this, now);
        return now;
    }

    /** When the thread last looked at the clock, in its nanoseconds. Any thread. */
    @Override
    public long looked() {
        return (long) LOOKED.getOpaque(this);
    }

    @Override
    public void begin() {
        WANTED.setRelease(this, new Hiccups(clock.nanoTime()));
    }

    @Override
    public Histogram end() {
        Hiccups notebook = (Hiccups) WANTED.getAcquire(this);
        WANTED.setRelease(this, null);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (OPEN.getAcquire(this) != null) {
            if (System.nanoTime() - deadline > 0) {
                return Hiccups.newHistogram();
            }
            Thread.onSpinWait();
        }
        return notebook == null ? Hiccups.newHistogram() : notebook.lateness();
    }
}
