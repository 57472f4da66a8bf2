package io.isolane.tools.regress.machine;

import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Fixed work, timed: what it takes says how fast the machine is just now, whatever is compared on it. A computation without memory (a
 * chain of shifts and multiplications, each waiting for the one before) and a walk through more memory than a core's cache holds (each address read from the one
 * before). Each reading is the best of several repeats, as a fork's score is made of its best iterations. Confined to its thread.
 */
public final class Ruler {
    private static final int REPEATS = 12;
    private static final int WARM_UPS = 30;
    private static final int MULTIPLICATIONS = 800_000;
    private static final int ENTRIES = 1 << 22;
    private static final int STEPS = 40_000;

    private final int[] next = new int[ENTRIES];
    private long sink;

    /** Lays out the memory and lets the JVM compile both. */
    public Ruler() {
        layOut();
        for (int repeat = 0; repeat < WARM_UPS; repeat++) {
            compute();
            walk();
        }
    }

    /** Reads it: some 80 milliseconds. */
    public RulerReading read(int place) {
        return new RulerReading(place, best(this::compute), best(this::walk));
    }

    /** A sum of all results, so that no work is left out. */
    public long sink() {
        return sink;
    }

    private long best(LongSupplier work) {
        long best = Long.MAX_VALUE;
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long begun = System.nanoTime();
            sink += work.getAsLong();
            best = Math.min(best, System.nanoTime() - begun);
        }
        return best;
    }

    private long compute() {
        long value = sink | 1;
        for (int count = 0; count < MULTIPLICATIONS; count++) {
            value = (value ^ (value >>> 29)) * 6_364_136_223_846_793_005L;
        }
        return value;
    }

    private long walk() {
        int at = (int) (sink & (ENTRIES - 1));
        for (int step = 0; step < STEPS; step++) {
            at = next[at];
        }
        return at;
    }

    /** One cycle through all entries in an order that no prefetcher guesses (Sattolo's shuffle), the same every time. */
    private void layOut() {
        SplittableRandom random = new SplittableRandom(2007);
        for (int entry = 0; entry < ENTRIES; entry++) {
            next[entry] = entry;
        }
        for (int entry = ENTRIES - 1; entry > 0; entry--) {
            int other = random.nextInt(entry);
            int kept = next[entry];
            next[entry] = next[other];
            next[other] = kept;
        }
    }
}
