package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;

/**
 * Frees what nobody asks for again: stations that have been silent too long, and those that a flush has made void.
 *
 * <p>{@link #expire} has one caller at a time, the worker that ages the table; {@link #flush} is for any thread.
 */
final class Sweeper {
    /** Flushes of a port between two looks for its void entries: a quarter of what there are numbers for. */
    private static final int GENERATIONS_PER_SWEEP = (Entry.GENERATION_MASK + 1) / 4;

    private final TableWriter writer;
    private final TableSlots slots;
    private final PortStations stations;
    private final RegionClaims claims;
    private long hand;

    Sweeper(TableWriter writer, TableSlots slots, PortStations stations, RegionClaims claims) {
        this.writer = writer;
        this.slots = slots;
        this.stations = stations;
        this.claims = claims;
    }

    /** One slice of the endless sweep; {@code maxAge} is 0 for no ageing. Returns the stations freed. */
    int expire(int now, int maxAge, int slotsToVisit) {
        int freed = 0;
        for (int visited = 0; visited < slotsToVisit; visited++) {
            long slot = hand;
            hand = slot + 1 & slots.count() - 1;
            if (isExpired(TableSlots.value(slots.entry(slot)), now, maxAge) && free(slot, now, maxAge)) {
                freed++;
            }
        }
        return freed;
    }

    /**
     * Makes every learnt station of {@code port} void. Generations wrap: long before a number comes back, the entries that
     * carry it are freed.
     */
    void flush(int port) {
        int generation = stations.generation(port);
        if (PortStations.successor(generation) % GENERATIONS_PER_SWEEP == 0) {
            freeVoid();
        }
        stations.flush(port, generation);
    }

    private void freeVoid() {
        for (long slot = 0; slot < slots.count(); slot++) {
            while (isExpired(TableSlots.value(slots.entry(slot)), 0, 0) && !free(slot, 0, 0)) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean isExpired(long value, int now, int maxAge) {
        if (!Entry.isLive(value) || Entry.isStatic(value)) {
            return false;
        }
        boolean isOld = maxAge != 0
                && now - Entry.stamp(value) >= maxAge + Entry.STAMP_LAG
                && !stations.keeps(Entry.port(value));
        return isOld || !writer.isValid(value);
    }

    /** False if another thread is changing that region, or the station spoke just now. */
    private boolean free(long slot, int now, int maxAge) {
        int region = slots.regionOf(slot);
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            long entry = slots.entry(slot);
            long value = TableSlots.value(entry);
            boolean freed = isExpired(value, now, maxAge)
                    && RawMemory.compareAndSetLong(entry + Entry.VALUE, value, Entry.nextVersion(value));
            if (freed) {
                writer.forget(value);
                slots.tidyClaimed(slot);
            }
            return freed;
        } finally {
            claims.release(region);
        }
    }
}
