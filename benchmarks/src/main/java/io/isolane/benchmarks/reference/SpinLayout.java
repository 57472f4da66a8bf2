package io.isolane.benchmarks.reference;

/**
 * The words through which a thread that spins in C and whoever started it talk ({@code struct spin} of {@code hiccups.h}), in bytes from
 * their start. A watch is known by the time at which it began; 0 is none.
 *
 * <pre>
 *    0           8         128      136      144   256
 *   +-----------+---------+--------+--------+-----+-------------------------------+
 *   | stopped   | wanted  | open   | looked | due | how often it was so late      |
 *   | (written by others) | (written by the thread that spins, counts while open) |
 *   +-----------+---------+--------+--------+-----+-------------------------------+
 * </pre>
 *
 * <p>Lateness keeps eleven bits: a count for each nanosecond below 2,048, then 1,024 counts for each power of two.
 */
final class SpinLayout {
    static final int STOPPED = 0;
    static final int WANTED = 8;
    static final int OPEN = 128;
    static final int LOOKED = 136;
    static final int COUNTS = 256;

    /** How many counts there are. */
    static final int LENGTH = 33_792;

    static final int BYTES = COUNTS + LENGTH * Long.BYTES;

    private static final int STEP_BITS = 10;
    private static final int STEPS = 1 << STEP_BITS;

    private SpinLayout() {}

    /** The least lateness in nanoseconds that is counted at an index. */
    static long lateness(int index) {
        return index < 2 * STEPS ? index : (long) (index % STEPS + STEPS) << ((index >> STEP_BITS) - 1);
    }
}
