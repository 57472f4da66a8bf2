package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * Changes entries, each in a region that it has claimed.
 *
 * <p>A key appears in one slot only. A slot that is freed keeps its key until another key takes it, since probes go through it;
 * freed slots at the end of a probe become unused again. To give a slot to another key, the value is freed first, in the
 * slot's next version, then the key is stored, then the live value: readers check the value on both sides of the key.
 */
final class TableWriter {
    private final TableSlots slots;
    private final PortStations stations;
    private final RegionClaims claims;
    private final Evictor evictor;
    private final long learntAddress;
    private final int capacity;
    private long sweep;

    TableWriter(Arena arena, TableSlots slots, PortStations stations, int capacity) {
        this.slots = slots;
        this.stations = stations;
        this.claims = new RegionClaims(arena, slots.regions());
        this.evictor = new Evictor(this, slots);
        this.learntAddress = arena.allocate(128, 128).address();
        this.capacity = capacity;
    }

    int learnt() {
        return (int) RawMemory.getLongVolatile(learntAddress);
    }

    /** True for a live value that no flush has made void. */
    boolean isValid(long value) {
        return Entry.isLive(value)
                && (Entry.isStatic(value) || Entry.generation(value) == stations.generation(Entry.port(value)));
    }

    int learn(long key, int port, int now) {
        int region = slots.regionOf(slots.home(key));
        if (!claims.tryClaim(region)) {
            return LearnResult.CONTENDED;
        }
        try {
            return learnClaimed(key, port, now);
        } finally {
            claims.release(region);
        }
    }

    private int learnClaimed(long key, int port, int now) {
        long entry = slots.find(key);
        long value = entry == 0 ? 0 : TableSlots.value(entry);
        if (isValid(value)) {
            return moveClaimed(entry, value, port, now);
        }
        freeIfLive(entry, value);
        if (stations.isAtLimit(port) || !reserveClaimed(key, port, now)) {
            return LearnResult.NO_ROOM;
        }
        long place = entry == 0 ? placeClaimed(key) : entry;
        if (place == 0) {
            RawMemory.getAndAddLong(learntAddress, -1);
            return LearnResult.NO_ROOM;
        }
        stations.added(port);
        writeClaimed(place, key, port, now, 0);
        return LearnResult.LEARNT;
    }

    private int moveClaimed(long entry, long value, int port, int now) {
        int from = Entry.port(value);
        if (Entry.isStatic(value)) {
            return from == port ? LearnResult.KNOWN : LearnResult.STATIC_ELSEWHERE;
        }
        if (from == port) {
            return LearnResult.KNOWN;
        }
        if (stations.isAtLimit(port)) {
            return LearnResult.NO_ROOM;
        }
        stations.removed(from, Entry.generation(value));
        stations.added(port);
        TableSlots.publishValueRelease(entry, Entry.live(value, port, stations.generation(port), now, 0));
        return LearnResult.MOVED;
    }

    /** Counts one more station, at the cost of the oldest of the port that holds most if the table is full. */
    private boolean reserveClaimed(long key, int port, int now) {
        if (RawMemory.getAndAddLong(learntAddress, 1) < capacity) {
            return true;
        }
        long victim = evictor.oldestOf(stations.heaviest(port), slots.home(key), now);
        if (victim != 0) {
            freeIfLive(victim, TableSlots.value(victim));
            return true;
        }
        RawMemory.getAndAddLong(learntAddress, -1);
        return false;
    }

    boolean putStatic(long key, int port) {
        int region = slots.regionOf(slots.home(key));
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            long entry = slots.find(key);
            long place = entry == 0 ? placeClaimed(key) : entry;
            if (place == 0) {
                return false;
            }
            freeIfLive(entry, entry == 0 ? 0 : TableSlots.value(entry));
            writeClaimed(place, key, port, 0, Entry.STATIC);
            return true;
        } finally {
            claims.release(region);
        }
    }

    boolean remove(long key) {
        int region = slots.regionOf(slots.home(key));
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            long entry = slots.find(key);
            if (entry != 0) {
                freeIfLive(entry, TableSlots.value(entry));
            }
            return true;
        } finally {
            claims.release(region);
        }
    }

    /** One caller at a time: the worker that ages the table. */
    int expire(int now, int maxAge, int slotsToVisit) {
        int freed = 0;
        for (int visited = 0; visited < slotsToVisit; visited++) {
            long slot = sweep;
            sweep = slot + 1 & slots.count() - 1;
            long value = TableSlots.value(slots.entry(slot));
            if (isExpired(value, now, maxAge) && freeExpired(slot, now, maxAge)) {
                freed++;
            }
        }
        return freed;
    }

    private boolean isExpired(long value, int now, int maxAge) {
        boolean old = maxAge != 0 && now - Entry.stamp(value) >= maxAge;
        return Entry.isLive(value) && !Entry.isStatic(value) && (old || !isValid(value));
    }

    private boolean freeExpired(long slot, int now, int maxAge) {
        int region = slots.regionOf(slot);
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            long value = TableSlots.value(slots.entry(slot));
            boolean expired = isExpired(value, now, maxAge);
            if (expired) {
                freeIfLive(slots.entry(slot), value);
                tidyClaimed(slot);
            }
            return expired;
        } finally {
            claims.release(region);
        }
    }

    private void freeIfLive(long entry, long value) {
        if (!Entry.isLive(value)) {
            return;
        }
        TableSlots.publishValueRelease(entry, Entry.nextVersion(value));
        if (!Entry.isStatic(value)) {
            RawMemory.getAndAddLong(learntAddress, -1);
            stations.removed(Entry.port(value), Entry.generation(value));
        }
    }

    /** The first slot of the probe that is free, or 0. */
    private long placeClaimed(long key) {
        long slot = slots.home(key);
        for (int probe = 0; probe < TableSlots.MAX_PROBES; probe++) {
            long entry = slots.entry(slot);
            if (!Entry.isLive(TableSlots.value(entry))) {
                return entry;
            }
            slot = slots.next(slot);
        }
        return 0;
    }

    private void writeClaimed(long entry, long key, int port, int now, long kind) {
        long free = Entry.nextVersion(TableSlots.value(entry));
        TableSlots.publishValueRelease(entry, free);
        TableSlots.publishKeyRelease(entry, key);
        TableSlots.publishValueRelease(entry, Entry.live(free, port, stations.generation(port), now, kind));
    }

    /** Makes {@code slot} and the free slots before it unused, if the probe goes no further than this one. */
    private void tidyClaimed(long slot) {
        long at = slot;
        while (TableSlots.key(slots.entry(slots.next(at))) == 0
                && TableSlots.key(slots.entry(at)) != 0
                && !Entry.isLive(TableSlots.value(slots.entry(at)))) {
            TableSlots.publishKeyRelease(slots.entry(at), 0);
            at = slots.previous(at);
        }
    }
}
