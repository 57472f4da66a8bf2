package io.isolane.tools.bench.machine;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;

/**
 * A cache line sent to and fro between two threads: the least that a hand-over from core to core costs on this machine. One thread makes
 * the number odd, the other even again. Nothing else lies in the line, nor in those beside it.
 */
public final class RoundTrip {
    /** Few enough that both threads have a processor meanwhile even where others want it too. */
    private static final int TRIPS = 100;

    private static final long LAST = -1;
    private static final int PAD = 128;

    private final Arena arena = Arena.ofAuto();
    private final long ball = arena.allocate(3 * PAD, PAD).address() + PAD;
    private final Histogram hundreds = Hiccups.newHistogram();
    private final long nanos;

    private RoundTrip(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Nanoseconds a round trip takes: the fastest of the hundreds that fit in {@code time}, for whatever else the machine does only adds. */
    public static double measure(Duration time) {
        return (double) played(time, () -> {}, () -> {}).getMinValue() / TRIPS;
    }

    /**
     * Nanoseconds that a round trip takes: the median of the hundreds that fit in {@code time}.
     *
     * @param first what one thread does before, such as to choose its processor
     * @param second what the other does
     */
    public static double median(Duration time, Runnable first, Runnable second) {
        return (double) played(time, first, second).getValueAtPercentile(50) / TRIPS;
    }

    private static Histogram played(Duration time, Runnable first, Runnable second) {
        RoundTrip game = new RoundTrip(time);
        List<Callable<Boolean>> players = List.of(() -> game.serve(first), () -> game.reply(second));
        Together.run(players);
        return game.hundreds;
    }

    private boolean serve(Runnable before) {
        before.run();
        long end = System.nanoTime() + nanos;
        do {
            hundreds.recordValue(hundred());
        } while (System.nanoTime() - end < 0);
        RawMemory.putLongRelease(ball, LAST);
        return true;
    }

    private long hundred() {
        long begun = System.nanoTime();
        for (int i = 0; i < TRIPS; i++) {
            long odd = RawMemory.getLong(ball) + 1;
            RawMemory.putLongRelease(ball, odd);
            awaitOtherThan(odd);
        }
        return System.nanoTime() - begun;
    }

    private boolean reply(Runnable before) {
        before.run();
        long even = 0;
        for (long odd = awaitOtherThan(even); odd != LAST; odd = awaitOtherThan(even)) {
            even = odd + 1;
            RawMemory.putLongRelease(ball, even);
        }
        return true;
    }

    /** Spins without a pause instruction, which would be measured too. */
    private long awaitOtherThan(long mine) {
        long other = RawMemory.getLongAcquire(ball);
        while (other == mine) {
            other = RawMemory.getLongAcquire(ball);
        }
        return other;
    }
}
