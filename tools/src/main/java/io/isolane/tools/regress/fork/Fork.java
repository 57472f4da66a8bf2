package io.isolane.tools.regress.fork;

import java.time.Instant;
import java.util.List;

/**
 * A JVM that ran to its end. Immutable.
 *
 * @param slot where in the order it ran
 * @param started when, in UTC
 * @param seconds how long it took in all
 * @param readings what it gave, one for each metric
 */
public record Fork(Slot slot, Instant started, double seconds, List<Reading> readings) {
    public Fork {
        readings = List.copyOf(readings);
    }
}
