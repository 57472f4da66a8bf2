package io.isolane.tools.bench.machine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** How often a machine pauses threads that do nothing but look at the clock, on as many cores as a latency measurement uses. */
public final class CoreHiccups {
    private static final int THREADS = 2;

    private CoreHiccups() {}

    /** How late the threads were, in nanoseconds, all of them together. */
    public static Histogram measure(Duration time) {
        Callable<Histogram> spinning = () -> spin(time.toNanos());
        List<Histogram> each =
                Together.run(Stream.generate(() -> spinning).limit(THREADS).toList());
        Histogram all = each.getFirst().copy();
        each.stream().skip(1).forEach(all::add);
        return all;
    }

    private static Histogram spin(long nanos) {
        long now = System.nanoTime();
        long end = now + nanos;
        Hiccups hiccups = new Hiccups(now);
        while (now - end < 0) {
            now = System.nanoTime();
            hiccups.observe(now);
        }
        return hiccups.lateness();
    }
}
