package io.isolane.dataplane;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import io.isolane.core.table.TableLimits;
import java.time.Duration;

/**
 * The MAC table's size, what it does when it is full, its ageing time, and how often a station may move.
 *
 * @param capacity stations that may be learnt in all
 * @param ageing time after which a silent station is forgotten; zero for never
 */
public record TableConfig(int capacity, Duration ageing, Overflow overflow, MoveLimit moves) {
    /** The longest ageing time (IEEE 802.1Q, table 8-6). */
    public static final Duration MAX_AGEING = Duration.ofSeconds(1_000_000);

    /** 65,536 stations, and the 300 s that IEEE 802.1Q recommends (table 8-6). */
    public static final TableConfig DEFAULT = new TableConfig(65_536, Duration.ofMinutes(5));

    /** A full table evicts, and stations move as they like. */
    public TableConfig(int capacity, Duration ageing) {
        this(capacity, ageing, Overflow.EVICT, MoveLimit.NONE);
    }

    /**
     * Checks capacity and ageing time.
     *
     * @throws IllegalArgumentException if the capacity is not from 1 to {@link MacTable#MAX_CAPACITY}, or the ageing time is
     *     negative or over 1,000,000 s (IEEE 802.1Q, table 8-6)
     */
    public TableConfig {
        if (capacity < 1 || capacity > MacTable.MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "a MAC table capacity of " + capacity + " is not from 1 to " + MacTable.MAX_CAPACITY);
        }
        if (ageing.isNegative() || ageing.compareTo(MAX_AGEING) > 0) {
            throw new IllegalArgumentException(
                    "an ageing time of " + ageing.toSeconds() + " s is not from 0 to 1000000");
        }
    }

    /**
     * Sees that ports may keep so many stations: half of all at most, so that those who keep nothing find room.
     *
     * @throws IllegalArgumentException if they may not
     */
    public void requireRoom(long kept) {
        if (kept > capacity / 2) {
            throw new IllegalArgumentException("ports with port-security or no-flood-known may keep " + kept
                    + " stations in all, and a MAC table with a capacity of " + capacity + " lets them keep "
                    + capacity / 2 + ": give it a larger capacity, or the ports a smaller station-limit");
        }
    }

    public TableConfig withCapacity(int stations) {
        return new TableConfig(stations, ageing, overflow, moves);
    }

    public TableConfig withOverflow(Overflow when) {
        return new TableConfig(capacity, ageing, when, moves);
    }

    public TableConfig withMoves(MoveLimit limit) {
        return new TableConfig(capacity, ageing, overflow, limit);
    }

    /** What the table itself goes by. */
    public TableLimits limits() {
        return new TableLimits(capacity, overflow, moves);
    }
}
