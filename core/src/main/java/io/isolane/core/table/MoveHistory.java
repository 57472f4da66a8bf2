package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * How often each station has moved of late: a word beside each slot of the table, so that no crowd of restless stations hides
 * another's. Changed by whoever has claimed the slot's region; 0 for a station that has not moved.
 *
 * <pre>
 *   63                        40 39        21 20        9 8       1    0
 *  +----------------------------+------------+-----------+---------+--------+
 *  | stamp, in steps of 256 ms  | generation | home port | moves   | pinned |
 *  +----------------------------+------------+-----------+---------+--------+
 *   of the window's first move,  in which the station
 *   then of when it was pinned   was there before that
 * </pre>
 *
 * <p>A station that has moved too often is pinned to its home, where it was before the commotion: of two that claim one address, that is the one
 * who had it.
 */
final class MoveHistory {
    private static final int PINNED = 1;
    private static final int MOVES_SHIFT = 1;
    private static final int MOVES_MASK = 0xff;
    private static final int PORT_SHIFT = 9;
    private static final int GENERATION_SHIFT = 21;
    private static final int STAMP_SHIFT = 40;
    private static final int STAMP_STEP_SHIFT = 8;
    private static final long OTHER_FIELDS = (1L << STAMP_SHIFT) - 1;

    private final long address;
    private final MoveLimit limit;

    MoveHistory(Arena arena, long slots, MoveLimit limit) {
        this.address = limit.isNone()
                ? 0
                : arena.allocate(Long.BYTES * slots, Long.BYTES).address();
        this.limit = limit;
    }

    boolean isKept() {
        return address != 0;
    }

    /** Forgets what the station in {@code slot} did. */
    void clear(long slot) {
        if (isKept()) {
            publish(slot, 0);
        }
    }

    /** True while the station in {@code slot} may not move. */
    boolean isPinned(long slot, int now) {
        long word = word(slot);
        return (word & PINNED) != 0 && isCurrent(word, now);
    }

    /** Notes that the station, whose entry is {@code value}, is about to move; false if that is once too often, and it is pinned now. */
    boolean mayMove(long slot, long value, int now) {
        long word = word(slot);
        if (word == 0 || (word & PINNED) != 0 || !isCurrent(word, now)) {
            publish(slot, first(value, now));
            return true;
        }
        if (moves(word) < limit.moves()) {
            publish(slot, word + (1 << MOVES_SHIFT));
            return true;
        }
        publish(slot, withStamp(word, now) | PINNED);
        return false;
    }

    /** The port where the station was before it began to move. */
    int home(long slot) {
        return (int) (word(slot) >>> PORT_SHIFT) & Entry.PORT_MASK;
    }

    /** The generation in which it was there. */
    int homeGeneration(long slot) {
        return (int) (word(slot) >>> GENERATION_SHIFT) & Entry.GENERATION_MASK;
    }

    private boolean isCurrent(long word, int now) {
        return now - ((int) (word >>> STAMP_SHIFT) << STAMP_STEP_SHIFT) < limit.window();
    }

    private static int moves(long word) {
        return (int) (word >>> MOVES_SHIFT) & MOVES_MASK;
    }

    private static long first(long value, int now) {
        long home = (long) Entry.generation(value) << GENERATION_SHIFT | (long) Entry.port(value) << PORT_SHIFT;
        return withStamp(home | 1 << MOVES_SHIFT, now);
    }

    private static long withStamp(long word, int now) {
        return (word & OTHER_FIELDS) | (long) (now >>> STAMP_STEP_SHIFT) << STAMP_SHIFT;
    }

    private long word(long slot) {
        return RawMemory.getLong(address + Long.BYTES * slot);
    }

    private void publish(long slot, long word) {
        RawMemory.putLong(address + Long.BYTES * slot, word);
    }
}
