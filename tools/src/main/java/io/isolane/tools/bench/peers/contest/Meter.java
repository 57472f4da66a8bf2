package io.isolane.tools.bench.peers.contest;

import io.isolane.tools.bench.peers.peer.Running;
import io.isolane.tools.bench.peers.peer.Sample;
import java.io.IOException;
import java.time.Duration;
import org.agrona.concurrent.NanoClock;

/**
 * Looks at a running switch twice, a window apart, after it has stopped getting faster: a switch learns, and what runs it compiles. Confined
 * to its thread.
 */
public final class Meter {
    private static final Duration LEAST_WARM_UP = Duration.ofSeconds(2);
    private static final Duration MOST_WARM_UP = Duration.ofSeconds(12);
    private static final Duration SLICE = Duration.ofMillis(500);

    /** The kernel tells processor time in ticks: so much may be missing from what it tells. */
    private static final Duration TICKS = Duration.ofMillis(20);

    /** A slice that is not faster by this than any before it ends the warm-up. */
    private static final double GROWTH = 1.05;

    private final Duration window;
    private final NanoClock clock;
    private final Pause pause;

    /** Lets time go by. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Waits so long.
         *
         * @throws InterruptedException if the thread was interrupted
         */
        void last(Duration time) throws InterruptedException;
    }

    /** A meter whose windows last so long. */
    public Meter(Duration window, NanoClock clock, Pause pause) {
        this.window = window;
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Measures it.
     *
     * @throws IOException in words for a table's line, if it stops counting or forwards nothing
     * @throws InterruptedException if the thread was interrupted
     */
    public Reading measure(Running running) throws IOException, InterruptedException {
        boolean isSettled = warmUp(running);
        long begun = clock.nanoTime();
        Duration before = running.processorTime();
        double rate = rate(running, window);
        Duration busy = running.processorTime().minus(before);
        if (!(rate > 0)) {
            throw new IOException(rate == 0 ? "forwarded no frame" : "stopped counting");
        }
        double share = busy.plus(TICKS).toNanos() / (double) (clock.nanoTime() - begun);
        return new Reading(rate, Math.min(1, share), isSettled, running.commands());
    }

    private boolean warmUp(Running running) throws IOException, InterruptedException {
        long start = clock.nanoTime();
        double fastest = rate(running, LEAST_WARM_UP);
        while (clock.nanoTime() - start < MOST_WARM_UP.toNanos()) {
            double rate = rate(running, SLICE);
            if (rate > 0 && rate <= fastest * GROWTH) {
                return true;
            }
            fastest = rate > fastest ? rate : fastest;
        }
        return false;
    }

    private double rate(Running running, Duration time) throws IOException, InterruptedException {
        Sample before = running.sample();
        pause.last(time);
        return running.sample().rateSince(before);
    }
}
