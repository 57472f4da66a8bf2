package io.isolane.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.infra.BenchmarkParams;

/**
 * What another is measured against: the rate of one step of work, taken just before each iteration, so that the ratio of the two says
 * little of how the machine was in another minute. Confined to its thread; allocates nothing.
 */
final class Yardstick {
    private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Runnable step;
    private final int summands;
    private double rate;
    private long steps;
    private long start;

    /** A yardstick for a benchmark that runs as {@code params} say. */
    Yardstick(BenchmarkParams params, Runnable step) {
        this.step = step;
        this.summands = params.getMeasurement().getCount() * params.getThreads() * Math.max(1, params.getForks());
    }

    /** Takes the rate, and begins an iteration. */
    void measure() {
        rate = rate();
        steps = 0;
        start = System.nanoTime();
    }

    /** Counts one step of the other. */
    void count() {
        steps++;
    }

    /** The other's rate divided by this one's, at the end of an iteration. JMH adds events up, so this is its share of their mean. */
    double ratio() {
        return (double) steps / (System.nanoTime() - start) / rate / summands;
    }

    private double rate() {
        long begin = System.nanoTime();
        long now = begin;
        long count = 0;
        for (; now - begin < NANOS; now = System.nanoTime()) {
            step.run();
            count++;
        }
        return (double) count / (now - begin);
    }
}
