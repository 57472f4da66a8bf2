package io.isolane.core.table;

import java.util.random.RandomGenerator;

/**
 * The seeded hash: a product of 128 bits folded onto itself, which keeps sequential addresses as far apart as random ones. The
 * seed and the multiplier are drawn anew for each table, so that nobody outside can choose addresses that collide. Immutable;
 * any thread.
 */
public final class TableHash {
    private final long seed;
    private final long multiplier;

    /** A hash of its own: {@code random} gives seed and multiplier. */
    public TableHash(RandomGenerator random) {
        this.seed = random.nextLong();
        this.multiplier = balancedOdd(random);
    }

    /** All bits of the result depend on all of {@code key}. */
    public long of(long key) {
        return of(key, seed, multiplier);
    }

    /** As the other, for a loop that keeps {@link #seed} and {@link #multiplier} in registers. */
    static long of(long key, long seed, long multiplier) {
        long mixed = key ^ seed;
        return Math.unsignedMultiplyHigh(mixed, multiplier) ^ mixed * multiplier;
    }

    long seed() {
        return seed;
    }

    long multiplier() {
        return multiplier;
    }

    private static long balancedOdd(RandomGenerator random) {
        long candidate;
        do {
            candidate = random.nextLong() | 1 | Long.MIN_VALUE;
        } while (Math.abs(Long.bitCount(candidate) - 32) > 4);
        return candidate;
    }
}
