package io.isolane.tools.bench.tester;

import io.isolane.core.memory.RawMemory;

/**
 * What a test frame says of itself, at the beginning of its UDP payload: all the payload there is in the shortest frame. The signature is a
 * sum over the rest and the trial's number, so that a frame of an earlier trial, or one that was changed on its way, is not taken for one of
 * this trial. Numbers have their least significant byte first. Stateless.
 *
 * <pre>
 *    0           4        6          10         18
 *   +-----------+--------+----------+----------+
 *   | signature | stream | sequence | intended |
 *   +-----------+--------+----------+----------+
 * </pre>
 */
final class Stamp {
    /** Bytes. */
    static final int LENGTH = 18;

    /** Frames of one stream that can be told apart. */
    static final long MAX_SEQUENCE = 0xffff_ffffL;

    private static final int SIGNATURE = 0;
    private static final int STREAM = 4;
    private static final int SEQUENCE = 6;
    private static final int INTENDED = 10;

    private static final long ODD_1 = 0x9e37_79b9_7f4a_7c15L;
    private static final long ODD_2 = 0xc2b2_ae3d_27d4_eb4fL;

    private Stamp() {}

    /** Writes a stamp at {@code address}; {@code intended} is when the frame should start, in nanoseconds. */
    static void write(long address, int trial, int stream, long sequence, long intended) {
        RawMemory.putInt(address + SIGNATURE, signature(trial, stream, sequence, intended));
        RawMemory.putShort(address + STREAM, (short) stream);
        RawMemory.putInt(address + SEQUENCE, (int) sequence);
        RawMemory.putLong(address + INTENDED, intended);
    }

    static int stream(long address) {
        return RawMemory.getShort(address + STREAM) & 0xffff;
    }

    static long sequence(long address) {
        return RawMemory.getInt(address + SEQUENCE) & MAX_SEQUENCE;
    }

    static long intended(long address) {
        return RawMemory.getLong(address + INTENDED);
    }

    /** True if there is a stamp of this trial at {@code address}. */
    static boolean isOf(int trial, long address) {
        return RawMemory.getInt(address + SIGNATURE)
                == signature(trial, stream(address), sequence(address), intended(address));
    }

    private static int signature(int trial, int stream, long sequence, long intended) {
        long sum = (intended + trial) * ODD_1 ^ ((long) stream << 32 | sequence) * ODD_2;
        return (int) (sum >>> 32 ^ sum) ^ trial;
    }
}
