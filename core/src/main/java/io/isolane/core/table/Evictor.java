package io.isolane.core.table;

/**
 * Chooses who makes room in a full table: the oldest station of the port that holds most, never one of a smaller neighbour.
 *
 * <p>A table of up to {@link #WINDOW} slots is looked through whole. In a larger one the search goes on where the last one in
 * this region ended and is content with the oldest of {@link #ENOUGH}: an attacker who fills the table pays with his own
 * stations, and each of his frames costs a bounded number of loads.
 */
final class Evictor {
    static final int WINDOW = 1024;
    static final int ENOUGH = 16;

    private final TableWriter writer;
    private final TableSlots slots;
    private final long[] hands;

    Evictor(TableWriter writer, TableSlots slots) {
        this.writer = writer;
        this.slots = slots;
        this.hands = new long[slots.regions()];
    }

    /** The entry to free in the claimed region of {@code slot}, or 0: a void entry if one is met, else the oldest of {@code port}. */
    long oldestOf(int port, long slot, int now) {
        int region = slots.regionOf(slot);
        long start = region * slots.regionSlots();
        int window = (int) Math.min(WINDOW, slots.regionSlots());
        int enough = slots.regionSlots() <= WINDOW ? window : ENOUGH;
        long oldest = 0;
        int oldestAge = -1;
        for (int visited = 0, found = 0; visited < window && found < enough; visited++) {
            long entry = slots.entry(start + hands[region]);
            hands[region] = hands[region] + 1 & slots.regionSlots() - 1;
            long value = TableSlots.value(entry);
            if (Entry.isLive(value) && !writer.isValid(value)) {
                return entry;
            }
            int age = now - Entry.stamp(value);
            if (isLearntOn(port, value)) {
                found++;
                if (age > oldestAge) {
                    oldest = entry;
                    oldestAge = age;
                }
            }
        }
        return oldest;
    }

    private static boolean isLearntOn(int port, long value) {
        return Entry.isLive(value) && !Entry.isStatic(value) && Entry.port(value) == port;
    }
}
