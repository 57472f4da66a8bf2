package io.isolane.tools.bench.machine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A cache line sent to and fro between two threads: the least that a hand-over from core to core costs on this machine. One thread makes
 * the number odd, the other even again.
 */
public final class RoundTrip {
    private static final int TRIPS = 1000;
    private static final long LAST = -1;

    private final AtomicLong ball = new AtomicLong();
    private final long nanos;

    private RoundTrip(Duration time) {
        this.nanos = time.toNanos();
    }

    /** Nanoseconds a round trip takes: the fastest of the thousands that fit in {@code time}, for whatever else the machine does only adds. */
    public static double measure(Duration time) {
        RoundTrip game = new RoundTrip(time);
        List<Callable<Double>> players = List.of(game::serve, game::reply);
        return Together.run(players).getFirst();
    }

    private double serve() {
        long fastest = Long.MAX_VALUE;
        long end = System.nanoTime() + nanos;
        do {
            fastest = Math.min(fastest, thousand());
        } while (System.nanoTime() - end < 0);
        ball.setRelease(LAST);
        return (double) fastest / TRIPS;
    }

    private long thousand() {
        long begun = System.nanoTime();
        for (int i = 0; i < TRIPS; i++) {
            long odd = ball.getPlain() + 1;
            ball.setRelease(odd);
            awaitOtherThan(odd);
        }
        return System.nanoTime() - begun;
    }

    private double reply() {
        long even = 0;
        for (long odd = awaitOtherThan(even); odd != LAST; odd = awaitOtherThan(even)) {
            even = odd + 1;
            ball.setRelease(even);
        }
        return 0;
    }

    /** Spins without a pause instruction, which would be measured too. */
    private long awaitOtherThan(long mine) {
        long other = ball.getAcquire();
        while (other == mine) {
            other = ball.getAcquire();
        }
        return other;
    }
}
