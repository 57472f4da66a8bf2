package io.isolane.core.table;

/**
 * The two words of an entry.
 *
 * <pre>
 *   63        48 47                                      0
 *  +------------+------------------------------------------+
 *  | FID        | MAC address                              |   key; 0 is an entry that was never used
 *  +------------+------------------------------------------+
 *   63     62       61     55 54        36 35   24 23                        0
 *  +------+--------+---------+------------+-------+---------------------------+
 *  | LIVE | STATIC | version | generation | port  | stamp, in steps of 256 ms |   value
 *  +------+--------+---------+------------+-------+---------------------------+
 * </pre>
 *
 * <p>The version advances whenever the slot is given to another key, so that a reader who sees the same value before and after
 * it read the key knows that the two belong together.
 */
final class Entry {
    static final int LENGTH_SHIFT = 4;
    static final int LENGTH = 1 << LENGTH_SHIFT;
    static final int KEY = 0;
    static final int VALUE = 8;

    static final long LIVE = 1L << 63;
    static final long STATIC = 1L << 62;

    /** Milliseconds by which the stamp of a station that keeps speaking may lag: an entry is not written for less. */
    static final int STAMP_LAG = 1000;

    static final int PORT_MASK = 0xfff;
    static final int GENERATION_MASK = 0x7_ffff;

    private static final int STAMP_STEP_SHIFT = 8;
    private static final int PORT_SHIFT = 24;
    private static final int GENERATION_SHIFT = 36;
    private static final int VERSION_SHIFT = 55;
    private static final long VERSION_FIELD = 0x7fL << VERSION_SHIFT;
    private static final long STAMP_FIELD = 0xff_ffffL;
    private static final long OWNER_FIELDS =
            LIVE | STATIC | (long) GENERATION_MASK << GENERATION_SHIFT | (long) PORT_MASK << PORT_SHIFT;

    private Entry() {}

    static int port(long value) {
        return (int) (value >>> PORT_SHIFT) & PORT_MASK;
    }

    static int generation(long value) {
        return (int) (value >>> GENERATION_SHIFT) & GENERATION_MASK;
    }

    /** The time in milliseconds, rounded down to a step, that the entry was written for. */
    static int stamp(long value) {
        return (int) value << STAMP_STEP_SHIFT;
    }

    static boolean isLive(long value) {
        return (value & LIVE) != 0;
    }

    static boolean isStatic(long value) {
        return (value & STATIC) != 0;
    }

    /** What {@link #owner} is of every station that was learnt on {@code port} in {@code generation}. */
    static long learntBy(int port, int generation) {
        return LIVE | (long) generation << GENERATION_SHIFT | (long) port << PORT_SHIFT;
    }

    /** All of a value but its stamp and its version. */
    static long owner(long value) {
        return value & OWNER_FIELDS;
    }

    static long withStamp(long value, int stamp) {
        return (value & ~STAMP_FIELD) | stamp >>> STAMP_STEP_SHIFT;
    }

    /** The slot free, ready for another key. */
    static long nextVersion(long value) {
        return ((value & VERSION_FIELD) + (1L << VERSION_SHIFT)) & VERSION_FIELD;
    }

    /** A live value in the version of {@code value}; {@code kind} is 0 or {@link #STATIC}. */
    static long live(long value, int port, int generation, int stamp, long kind) {
        return (value & VERSION_FIELD)
                | LIVE
                | kind
                | (long) generation << GENERATION_SHIFT
                | (long) port << PORT_SHIFT
                | stamp >>> STAMP_STEP_SHIFT;
    }
}
