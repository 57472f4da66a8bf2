package io.isolane.dataplane.worker;

import io.isolane.core.table.MacTable;

/**
 * Sweeps the MAC table in small slices, all of it once a second, so that a station is forgotten at most a second late and no frame
 * waits for more than one slice. Confined to the one worker that does it.
 */
public final class Ageing {
    private static final int ROUND_MILLIS = 1000;
    private static final int SLICE = 1024;

    private final MacTable table;
    private final int maxAge;
    private final long slotsPerMilli;
    private final long round;
    private long owed;
    private int last;

    /** Forgets what is older than {@code maxAge} milliseconds, 0 for never. */
    public Ageing(MacTable table, int maxAge) {
        this(table, maxAge, table.slotCount());
    }

    private Ageing(MacTable table, int maxAge, long round) {
        this.table = table;
        this.maxAge = maxAge;
        this.round = round;
        this.slotsPerMilli = (round + ROUND_MILLIS - 1) / ROUND_MILLIS;
    }

    /** For a worker that leaves the sweep to another. */
    public static Ageing none(MacTable table) {
        return new Ageing(table, 0, 0);
    }

    /** At most one slice of what is due. */
    void sweep(int now) {
        owed = Math.min(round, owed + slotsPerMilli * Math.max(0, now - last));
        last = now;
        int slots = (int) Math.min(owed, SLICE);
        if (slots > 0) {
            owed -= slots;
            table.expire(now, maxAge, slots);
        }
    }

    /** True if more is due than one slice. */
    boolean isBehind() {
        return owed >= SLICE;
    }
}
