package io.isolane.tools.bench.rig;

import io.isolane.core.memory.RawMemory;

/**
 * What a latency measurement writes behind a frame's Ethernet header.
 *
 * <pre>
 *    0         14     16         24         32
 *    +---------+------+----------+----------+
 *    | header  | flow | sequence | intended |
 *    +---------+------+----------+----------+
 * </pre>
 */
final class Stamp {
    static final int END = 32;

    private static final int FLOW = 14;
    private static final int SEQUENCE = 16;
    private static final int INTENDED = 24;

    private Stamp() {}

    /** Writes into the frame at {@code address}; {@code intended} is when it should have been sent, in nanoseconds. */
    static void write(long address, int flow, long sequence, long intended) {
        RawMemory.putShort(address + FLOW, (short) flow);
        RawMemory.putLong(address + SEQUENCE, sequence);
        RawMemory.putLong(address + INTENDED, intended);
    }

    static int flow(long address) {
        return RawMemory.getShort(address + FLOW);
    }

    static long sequence(long address) {
        return RawMemory.getLong(address + SEQUENCE);
    }

    static long intended(long address) {
        return RawMemory.getLong(address + INTENDED);
    }
}
