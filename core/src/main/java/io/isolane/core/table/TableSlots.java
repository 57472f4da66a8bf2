package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.random.RandomGenerator;

/**
 * The slots of a table and the way through them: linear probing that stays inside a region, so that whoever has claimed a region
 * is the only one to change any entry whose probe begins there.
 *
 * <p>Readers follow a key to its entry and then read the value by {@link #valueOf}. Any thread.
 */
final class TableSlots {
    /** A probe that long means a sick table; with a seeded hash and a load of a quarter it does not happen. */
    static final int MAX_PROBES = 64;

    static final int REGION = 1 << 14;

    private final long address;
    private final long mask;
    private final long regionMask;
    private final TableHash hash;

    /** {@code slots} is a power of two, {@link #MAX_PROBES} or more. */
    TableSlots(Arena arena, long slots, RandomGenerator random) {
        this.address = arena.allocate(slots * Entry.LENGTH, 1 << 12).address();
        this.mask = slots - 1;
        this.regionMask = Math.min(slots, REGION) - 1;
        this.hash = new TableHash(random);
    }

    long count() {
        return mask + 1;
    }

    int regions() {
        return (int) (count() / regionSlots());
    }

    long regionSlots() {
        return regionMask + 1;
    }

    /** The slot where the probe for {@code key} begins. */
    long home(long key) {
        return hash.of(key) & mask;
    }

    int regionOf(long slot) {
        return (int) (slot / regionSlots());
    }

    long next(long slot) {
        return (slot & ~regionMask) | ((slot + 1) & regionMask);
    }

    long previous(long slot) {
        return (slot & ~regionMask) | ((slot - 1) & regionMask);
    }

    long entry(long slot) {
        return address + slot * Entry.LENGTH;
    }

    long slotOf(long entry) {
        return (entry - address) / Entry.LENGTH;
    }

    /** The address of the entry that has {@code key}, live or not; 0 if none has. */
    long find(long key) {
        long slot = home(key);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            long entry = entry(slot);
            long found = key(entry);
            if (found == key) {
                return entry;
            }
            if (found == 0) {
                return 0;
            }
            slot = next(slot);
        }
        return 0;
    }

    /** How many entries a search for {@code key} looks at. */
    int probes(long key) {
        long slot = home(key);
        int probes = 1;
        while (key(entry(slot)) != key && key(entry(slot)) != 0 && probes < MAX_PROBES) {
            slot = next(slot);
            probes++;
        }
        return probes;
    }

    /** The entry that has {@code key}, else the first free one of its probe, else 0. */
    long placeClaimed(long key) {
        long entry = find(key);
        long slot = home(key);
        for (int probe = 0; entry == 0 && probe < MAX_PROBES; probe++) {
            if (!Entry.isLive(value(entry(slot)))) {
                entry = entry(slot);
            }
            slot = next(slot);
        }
        return entry;
    }

    /** Makes the free {@code slot} and the free ones before it unused, up to one that the probe for a live entry goes through. */
    void tidyClaimed(long slot) {
        long at = slot;
        while (key(entry(at)) != 0 && !Entry.isLive(value(entry(at))) && !isPassedClaimed(at)) {
            publishKeyRelease(entry(at), 0);
            at = previous(at);
        }
    }

    private boolean isPassedClaimed(long slot) {
        long at = next(slot);
        for (int distance = 1; distance < MAX_PROBES && key(entry(at)) != 0; distance++) {
            boolean startsBehind = (at - home(key(entry(at))) & regionMask) < distance;
            if (Entry.isLive(value(entry(at))) && !startsBehind) {
                return true;
            }
            at = next(at);
        }
        return false;
    }

    /** The value that belongs to {@code key} in the entry that had it a moment ago; 0 if it has another key by now. */
    long valueOf(long entry, long key) {
        while (true) {
            long value = value(entry);
            if (key(entry) != key) {
                return 0;
            }
            if (value(entry) == value) {
                return value;
            }
        }
    }

    static long key(long entry) {
        return RawMemory.getLongAcquire(entry + Entry.KEY);
    }

    static long value(long entry) {
        return RawMemory.getLongAcquire(entry + Entry.VALUE);
    }

    static void publishKeyRelease(long entry, long key) {
        RawMemory.putLongRelease(entry + Entry.KEY, key);
    }

    static void publishValueRelease(long entry, long value) {
        RawMemory.putLongRelease(entry + Entry.VALUE, value);
    }
}
