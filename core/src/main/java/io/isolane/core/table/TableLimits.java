package io.isolane.core.table;

/**
 * What a MAC table may hold, and how often what it holds may move. Immutable.
 *
 * @param capacity stations it may learn, 1 to {@link MacTable#MAX_CAPACITY}; static ones come on top
 * @param overflow what happens when it is full
 * @param moves how often a station may move
 */
public record TableLimits(int capacity, Overflow overflow, MoveLimit moves) {
    /** As many stations as {@code capacity}; a full table evicts, and stations move as they like. */
    public static TableLimits of(int capacity) {
        return new TableLimits(capacity, Overflow.EVICT, MoveLimit.NONE);
    }
}
