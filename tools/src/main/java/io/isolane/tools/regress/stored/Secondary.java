package io.isolane.tools.regress.stored;

import io.isolane.tools.regress.metric.Direction;
import java.util.List;

/** Which of JMH's secondary figures are compared. Stateless. */
final class Secondary {
    private static final List<String> OF_PROFILERS =
            List.of("gc.", "safepoints.", "compiler.", "cl.", "mempool.", "async", "stack");

    private Secondary() {}

    /**
     * Bytes and instructions for an operation, and a benchmark's own counters. What profilers add beside these depends on the speed (bytes a
     * second, collections) or says nothing alone (cache misses).
     */
    static boolean isCompared(String name, String unit) {
        if (name.equals("gc.alloc.rate.norm") || name.startsWith("instructions")) {
            return true;
        }
        boolean isProfilers = unit.equals("#/op") || OF_PROFILERS.stream().anyMatch(name::startsWith);
        return !isProfilers && isDirected(unit);
    }

    /** Whether a unit says which way is better. */
    static boolean isDirected(String unit) {
        try {
            Direction.of(unit);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }
}
