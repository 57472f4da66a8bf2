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
    /** A probe that long means a sick table; with a seeded hash and a load of an eighth it does not happen. */
    static final int MAX_PROBES = 64;

    private static final long MAX_SLOTS = 1L << 25;

    static final int REGION = 1 << 14;

    /** So many may be in the processor's caches; a table with more, of 16 MiB, is not. */
    private static final long CACHED_SLOTS = 1 << 20;

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
        return address + (slot << Entry.LENGTH_SHIFT);
    }

    long slotOf(long entry) {
        return (entry - address) >>> Entry.LENGTH_SHIFT;
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

    /**
     * The value that each of {@code keys[0..count)} has, live or not, into {@code values}; 0 if it has none. The loop over first places waits for
     * no decision, so that the processor has many cache misses under way at once; its constants are locals because an acquire load
     * makes the compiler read fields again.
     */
    void values(long[] keys, long[] values, int count) {
        long first = RawMemory.base(address);
        long last = mask & (MAX_SLOTS - 1);
        long seed = hash.seed();
        long multiplier = hash.multiplier();
        if (last >= CACHED_SLOTS && count > 0) {
            values[0] = touch(keys, count, first, last, seed, multiplier);
        }
        for (int i = 0; i < count; i++) {
            long key = keys[i];
            long entry = first + ((TableHash.of(key, seed, multiplier) & last) << Entry.LENGTH_SHIFT);
            long value = value(entry);
            values[i] = key(entry) == key && value(entry) == value ? value : valueOf(key);
        }
    }

    /**
     * Reads the first places of all keys and does nothing with them, in so few instructions that more misses are under way than in the loop that
     * compares. What it returns is put somewhere, else the compiler would leave out the loads.
     */
    private static long touch(long[] keys, int count, long first, long last, long seed, long multiplier) {
        long seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= RawMemory.getLong(first + ((TableHash.of(keys[i], seed, multiplier) & last) << Entry.LENGTH_SHIFT));
        }
        return seen;
    }

    /**
     * The value that {@code key} has, live or not; 0 if it has none. Who reads the same value before and after the key knows that the
     * two belong together, since a slot's value changes before its key does.
     */
    long valueOf(long key) {
        long slot = home(key);
        int probe = 0;
        while (probe < MAX_PROBES) {
            long entry = entry(slot);
            long value = value(entry);
            long found = key(entry);
            if (found == 0) {
                return 0;
            }
            if (found != key) {
                slot = next(slot);
                probe++;
            } else if (value(entry) == value) {
                return value;
            }
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
