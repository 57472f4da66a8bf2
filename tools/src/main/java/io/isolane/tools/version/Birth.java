package io.isolane.tools.version;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** When this program's {@code main} began, by the clock that other processes have too. Any thread. */
public final class Birth {
    private static final long MICROS = now();

    private Birth() {}

    /** The first that {@code main} does. */
    public static void note() {
        // The class is initialized by this call, and with it the time.
    }

    /** Microseconds since 1970. */
    public static long micros() {
        return MICROS;
    }

    /** The time, in the same unit. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
