package io.isolane.benchmarks;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frame path slower by a known share, and exists for one thing: to show that the regression gate sees it. Nothing is slowed
 * unless the system property {@value #PROPERTY} says by how many per cent, as in {@code java -Disolane.benchmark.slowdown=5 -jar
 * benchmarks/target/benchmarks.jar ForwardingThroughput}; JMH hands it on to its forks. Confined to its thread; allocates nothing after
 * construction.
 */
final class Slowdown implements IntSupplier {
    static final String PROPERTY = "isolane.benchmark.slowdown";

    /** Steps between two looks at the clock, so that the clock adds next to nothing. */
    static final int BLOCK = 16;

    private static final double MAX_PERCENT = 1000;

    private final IntSupplier step;
    private final double share;
    private long start = System.nanoTime();
    private int steps;

    private Slowdown(IntSupplier step, double percent) {
        this.step = step;
        this.share = percent / 100;
    }

    /** {@code step} slowed as the system property says: without one, {@code step} itself and not a branch more. */
    static IntSupplier of(IntSupplier step) {
        return of(step, System.getProperty(PROPERTY));
    }

    /**
     * {@code step} slowed by {@code percent}, or itself where that is null.
     *
     * @throws IllegalArgumentException if that is no number over 0 and up to 1000
     */
    static IntSupplier of(IntSupplier step, @Nullable String percent) {
        return percent == null ? step : new Slowdown(step, parse(percent));
    }

    @Override
    public int getAsInt() {
        int result = step.getAsInt();
        if (++steps == BLOCK) {
            steps = 0;
            spin();
        }
        return result;
    }

    /** The block lasted from the last spin's end to now, and shall have lasted {@link #share} of that longer. */
    private void spin() {
        long now = System.nanoTime();
        long end = now + (long) ((now - start) * share);
        while (now < end) {
            now = System.nanoTime();
        }
        start = now;
    }

    private static double parse(String percent) {
        try {
            double value = Double.parseDouble(percent);
            if (value > 0 && value <= MAX_PERCENT) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as of any other value that makes no sense.
        }
        throw new IllegalArgumentException(
                PROPERTY + "=" + percent + " is not a number of per cent over 0 and up to 1000: say 5, for instance");
    }
}
