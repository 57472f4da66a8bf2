package io.isolane.dataplane;

import io.isolane.core.table.MacTable;
import java.time.Duration;

/**
 * The MAC table's size and ageing time.
 *
 * @param capacity stations that may be learnt in all
 * @param ageing time after which a silent station is forgotten; zero for never
 */
public record TableConfig(int capacity, Duration ageing) {
    /** The longest ageing time (IEEE 802.1Q, table 8-6). */
    public static final Duration MAX_AGEING = Duration.ofSeconds(1_000_000);

    /** 65,536 stations, and the 300 s that IEEE 802.1Q recommends (table 8-6). */
    public static final TableConfig DEFAULT = new TableConfig(65_536, Duration.ofMinutes(5));

    /**
     * Checks both.
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

    public TableConfig withCapacity(int stations) {
        return new TableConfig(stations, ageing);
    }
}
