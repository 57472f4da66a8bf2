package io.isolane.tools.bench.rig;

import java.util.SplittableRandom;

/** An order as if by chance, the same for the same number of elements in every run. Stateless. */
public final class Shuffle {
    private static final long SEED = 1;

    private Shuffle() {}

    /** The same elements in that order, as a new array. */
    public static long[] of(long[] values) {
        long[] shuffled = values.clone();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            long value = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = value;
        }
        return shuffled;
    }
}
