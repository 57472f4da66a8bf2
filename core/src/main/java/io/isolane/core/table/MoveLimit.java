package io.isolane.core.table;

/**
 * How often a station may move before it is pinned to where it was. Immutable.
 *
 * @param moves that it may make in a window
 * @param window milliseconds, from its first move on; and then those for which it is pinned
 */
public record MoveLimit(int moves, int window) {
    public static final int MAX_MOVES = 255;

    /** Milliseconds: an hour. */
    public static final int MAX_WINDOW = 3_600_000;

    /** Stations may move as they like. */
    public static final MoveLimit NONE = new MoveLimit(0, 0);

    /** @throws IllegalArgumentException for moves or a window out of range */
    public MoveLimit {
        boolean isNone = moves == 0 && window == 0;
        if (!isNone && (moves < 1 || moves > MAX_MOVES)) {
            throw new IllegalArgumentException("a limit of " + moves + " moves is not from 1 to " + MAX_MOVES);
        }
        if (!isNone && (window < Entry.STAMP_LAG || window > MAX_WINDOW)) {
            throw new IllegalArgumentException(
                    "a window of " + window + " ms is not from " + Entry.STAMP_LAG + " to " + MAX_WINDOW);
        }
    }

    public boolean isNone() {
        return moves == 0;
    }
}
