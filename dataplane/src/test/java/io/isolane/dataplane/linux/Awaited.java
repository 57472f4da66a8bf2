package io.isolane.dataplane.linux;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the kernel or another process brings about in its own time. */
public final class Awaited {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    private Awaited() {}

    /** Returns when the condition holds; fails the test when it does not within ten seconds. */
    public static void that(String sentence, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("not within ten seconds: " + sentence);
            }
            Thread.onSpinWait();
        }
    }
}
