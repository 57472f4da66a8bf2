package io.isolane.core.table;

/**
 * Chooses who makes room in a full table: the oldest station of a port that holds most, never one of a smaller neighbour; of the
 * newcomer's own port if it is one of those. Ports that keep their stations are not asked, and no port of a table that refuses.
 *
 * <p>A table of up to {@link #SMALL} slots is looked through whole. In a larger one the search goes on where the last one in
 * that region ended, is content with the oldest of {@link #ENOUGH}, and looks no further than a window. The window is short
 * for a port that must replace its own, and where nobody makes room: an attacker who fills the table pays with his own stations, and each of his frames
 * costs few loads.
 */
final class Evictor {
    private static final int SMALL = 256;
    private static final int OWN_WINDOW = 64;
    private static final int WINDOW = 1024;
    private static final int ENOUGH = 16;

    private final TableWriter writer;
    private final TableSlots slots;
    private final PortStations stations;
    private final boolean evicts;
    private final long[] hands;
    private final int[] others;

    Evictor(TableWriter writer, TableSlots slots, PortStations stations, boolean evicts) {
        this.writer = writer;
        this.slots = slots;
        this.stations = stations;
        this.evicts = evicts;
        this.hands = new long[slots.regions()];
        this.others = new int[slots.regions()];
    }

    /** The entry to free in a claimed region for a station of port {@code newcomer}, a void one if one is met; 0 if none is met. */
    long choose(int newcomer, int region, int now) {
        int heaviest = evicts ? stations.heaviest(newcomer) : -1;
        int most = heaviest == newcomer || heaviest < 0 ? Integer.MAX_VALUE : stations.count(heaviest);
        int window = window(heaviest == newcomer || heaviest < 0);
        int enough = slots.regionSlots() <= SMALL ? window : ENOUGH;
        long oldest = 0;
        int oldestAge = 0;
        for (int visited = 0, found = 0; visited < window && found < enough; visited++) {
            long entry = nextEntry(region);
            long value = TableSlots.value(entry);
            if (!Entry.isLive(value) || Entry.isStatic(value)) {
                continue;
            }
            if (!writer.isValid(value)) {
                return entry;
            }
            int port = Entry.port(value);
            if (port == heaviest || (stations.count(port) >= most && !stations.keeps(port))) {
                found++;
                int age = now - Entry.stamp(value);
                if (oldest == 0 || age > oldestAge) {
                    oldest = entry;
                    oldestAge = age;
                }
            }
        }
        return oldest;
    }

    private int window(boolean isShort) {
        if (slots.regionSlots() <= SMALL) {
            return (int) slots.regionSlots();
        }
        return isShort ? OWN_WINDOW : (int) Math.min(WINDOW, slots.regionSlots());
    }

    /** Where to look when nothing was met in a claimed region: each other one in its turn. */
    int regionAfter(int region) {
        others[region] = (others[region] + 1) % others.length;
        return others[region];
    }

    private long nextEntry(int region) {
        long slot = region * slots.regionSlots() + hands[region];
        hands[region] = hands[region] + 1 & slots.regionSlots() - 1;
        return slots.entry(slot);
    }
}
