package io.isolane.tools.bench.rig;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * The first 64 bytes of frames, to begin others with: headers as deep as a guard looks, in one store for each eight bytes, so that a generator
 * that writes them costs little more than one that writes addresses. Confined to its thread; allocates nothing once it is made.
 */
final class Openings {
    private static final int WORDS = 8;
    private static final int LENGTH = WORDS * Long.BYTES;

    private final long[] words;

    /** How frames of {@code length} bytes from {@code sources[i]} to {@code destinations[i]} begin. */
    Openings(Packets packets, int length, long[] destinations, long[] sources) {
        words = new long[sources.length * WORDS];
        try (Arena arena = Arena.ofConfined()) {
            for (int i = 0; i < sources.length; i++) {
                long frame = RawMemory.allocate(arena, LENGTH, LENGTH).address();
                packets.write(frame, length, destinations[i], sources[i]);
                for (int word = 0; word < WORDS; word++) {
                    words[i * WORDS + word] = RawMemory.getLong(frame + (long) word * Long.BYTES);
                }
            }
        }
    }

    /** Writes opening {@code i} to {@code address}, where there is room for it. */
    void write(int i, long address) {
        int first = i * WORDS;
        for (int word = 0; word < WORDS; word++) {
            RawMemory.putLong(address + (long) word * Long.BYTES, words[first + word]);
        }
    }
}
