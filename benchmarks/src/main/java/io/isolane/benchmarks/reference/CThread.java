package io.isolane.benchmarks.reference;

import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.machine.Hiccups;
import io.isolane.tools.bench.machine.Watch;
import java.lang.foreign.Arena;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A thread in which the C reference moves frames without a pause, and the watch on it. Confined to the thread that starts and stops it. */
final class CThread implements Watch {
    private static final long NONE = 0;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Arena arena = Arena.ofAuto();
    private final long words = arena.allocate(SpinLayout.BYTES, 128).address();
    private final CReference reference;
    private @Nullable Thread thread;

    /** For a switch that nobody calls while the thread runs, but for its counters. */
    CThread(CReference reference) {
        this.reference = reference;
    }

    /** Starts it, on the processors that the calling thread may use. */
    void start() {
        RawMemory.putLongRelease(words + SpinLayout.STOPPED, 0);
        thread = Thread.ofPlatform().name("c-reference").daemon().start(() -> reference.spin(words));
    }

    /** Lets it end after its current turn, and waits until it has. */
    void stop() {
        RawMemory.putLongRelease(words + SpinLayout.STOPPED, 1);
        while (thread != null && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void begin() {
        RawMemory.fill(words + SpinLayout.COUNTS, (long) SpinLayout.LENGTH * Long.BYTES, (byte) 0);
        RawMemory.putLongRelease(words + SpinLayout.WANTED, System.nanoTime());
    }

    @Override
    public Histogram end() {
        RawMemory.putLongRelease(words + SpinLayout.WANTED, NONE);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (RawMemory.getLongAcquire(words + SpinLayout.OPEN) != NONE) {
            if (System.nanoTime() - deadline > 0) {
                return Hiccups.newHistogram();
            }
            Thread.onSpinWait();
        }
        return lateness(words);
    }

    @Override
    public long looked() {
        return RawMemory.getLongAcquire(words + SpinLayout.LOOKED);
    }

    /** What was counted in these words. */
    static Histogram lateness(long words) {
        Histogram lateness = Hiccups.newHistogram();
        for (int i = 0; i < SpinLayout.LENGTH; i++) {
            long count = RawMemory.getLong(words + SpinLayout.COUNTS + (long) i * Long.BYTES);
            if (count > 0) {
                lateness.recordValueWithCount(
                        Math.min(SpinLayout.lateness(i), lateness.getHighestTrackableValue()), count);
            }
        }
        return lateness;
    }
}
