package io.isolane.core.counter;

/**
 * Where a port's counters lie: 64-bit words, in bytes from the port's start.
 *
 * <pre>
 *   0           8          16          24         32        40        48           56
 *  +-----------+----------+-----------+----------+---------+---------+------------+--------------------+
 *  | rx frames | rx bytes | tx frames | tx bytes | moved   | flooded | not learnt | drops, by ordinal  |
 *  +-----------+----------+-----------+----------+---------+---------+------------+--------------------+
 * </pre>
 */
final class CounterLayout {
    static final int RX_FRAMES = 0;
    static final int RX_BYTES = 8;
    static final int TX_FRAMES = 16;
    static final int TX_BYTES = 24;
    static final int STATIONS_MOVED = 32;
    static final int FLOODED = 40;
    static final int NOT_LEARNT = 48;
    static final int DROPS = 56;

    private static final int ALIGNMENT = 128;

    private CounterLayout() {}

    /** Bytes of one port, a multiple of 128 so that two ports' counters never share a line. */
    static long stride() {
        return (DROPS + 8L * DropReason.count() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
