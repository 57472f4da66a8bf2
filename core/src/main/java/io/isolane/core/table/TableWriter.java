package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * Changes entries, each in a region that it has claimed.
 *
 * <p>A key appears in one slot only. A slot that is freed keeps its key while the probes of others go through it, until another
 * key takes it. To give a slot to another key, its value moves on to the slot's next version, then the key is stored, then the
 * live value: readers check the value on both sides of the key. What is known of a key changes in one store.
 */
final class TableWriter {
    private final TableSlots slots;
    private final PortStations stations;
    private final RegionClaims claims;
    private final Evictor evictor;
    private final MoveHistory history;
    private final LastSighting lastMove;
    private final long learntAddress;
    private final int capacity;

    TableWriter(Arena arena, TableSlots slots, PortStations stations, RegionClaims claims, TableLimits limits) {
        this.slots = slots;
        this.stations = stations;
        this.claims = claims;
        this.evictor = new Evictor(this, slots, stations, limits.overflow() == Overflow.EVICT);
        this.history = new MoveHistory(arena, slots.count(), limits.moves());
        this.lastMove = new LastSighting(arena);
        this.learntAddress = arena.allocate(128, 128).address();
        this.capacity = limits.capacity();
    }

    LastSighting lastMove() {
        return lastMove;
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
            return learnClaimed(region, key, port, now);
        } finally {
            claims.release(region);
        }
    }

    private int learnClaimed(int region, long key, int port, int now) {
        long entry = slots.find(key);
        long value = entry == 0 ? 0 : TableSlots.value(entry);
        if (isValid(value)) {
            return moveClaimed(entry, value, port, now);
        }
        freeClaimed(entry, value);
        if (stations.isAtLimit(port) || !reserveClaimed(region, port, now)) {
            return LearnResult.NO_ROOM;
        }
        long place = slots.placeClaimed(key);
        if (place == 0) {
            RawMemory.getAndAddLong(learntAddress, -1);
            return LearnResult.NO_ROOM;
        }
        history.clear(slots.slotOf(place));
        publishClaimed(place, key, port, stations.added(port), now, 0);
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
        if (stations.isSticky(from)) {
            return LearnResult.HELD_ELSEWHERE;
        }
        if (history.isKept() && history.isPinned(slots.slotOf(entry), now)) {
            return LearnResult.PINNED_ELSEWHERE;
        }
        if (stations.isAtLimit(port)) {
            return LearnResult.NO_ROOM;
        }
        if (history.isKept() && !history.mayMove(slots.slotOf(entry), value, now)) {
            return bringHomeClaimed(entry, value, port, now);
        }
        relocateClaimed(entry, value, port, stations.added(port), now);
        return LearnResult.MOVED;
    }

    /** Puts a station that has moved too often back where it was before, if that port has kept its link and has room; else leaves it. */
    private int bringHomeClaimed(long entry, long value, int port, int now) {
        long slot = slots.slotOf(entry);
        int home = history.home(slot);
        if (home == Entry.port(value) || stations.isAtLimit(home)) {
            return LearnResult.PINNED_ELSEWHERE;
        }
        int generation = stations.added(home);
        if (generation != history.homeGeneration(slot)) {
            stations.removed(home, generation);
            return LearnResult.PINNED_ELSEWHERE;
        }
        relocateClaimed(entry, value, home, generation, now);
        return home == port ? LearnResult.MOVED : LearnResult.PINNED_ELSEWHERE;
    }

    /** To a port that has counted the station in {@code generation}. */
    private void relocateClaimed(long entry, long value, int port, int generation, int now) {
        long key = TableSlots.key(entry);
        publishClaimed(entry, key, port, generation, now, 0);
        stations.removed(Entry.port(value), Entry.generation(value));
        lastMove.note(key, Entry.port(value), port, now);
    }

    /** Counts one more station, at the cost of another if the table is full. */
    private boolean reserveClaimed(int region, int port, int now) {
        boolean hasRoom = RawMemory.getAndAddLong(learntAddress, 1) < capacity
                || evictClaimed(region, port, now)
                || evictElsewhere(evictor.regionAfter(region), port, now);
        if (!hasRoom) {
            RawMemory.getAndAddLong(learntAddress, -1);
        }
        return hasRoom;
    }

    private boolean evictElsewhere(int region, int port, int now) {
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            return evictClaimed(region, port, now);
        } finally {
            claims.release(region);
        }
    }

    private boolean evictClaimed(int region, int port, int now) {
        long victim = evictor.choose(port, region, now);
        if (victim != 0) {
            freeClaimed(victim, TableSlots.value(victim));
        }
        return victim != 0;
    }

    boolean putStatic(long key, int port) {
        int region = slots.regionOf(slots.home(key));
        if (!claims.tryClaim(region)) {
            return false;
        }
        try {
            long entry = slots.placeClaimed(key);
            if (entry == 0) {
                return false;
            }
            long before = TableSlots.value(entry);
            publishClaimed(entry, key, port, 0, 0, Entry.STATIC);
            forget(before);
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
            freeClaimed(entry, entry == 0 ? 0 : TableSlots.value(entry));
            return true;
        } finally {
            claims.release(region);
        }
    }

    private void freeClaimed(long entry, long value) {
        if (Entry.isLive(value)) {
            TableSlots.publishValueRelease(entry, Entry.nextVersion(value));
            forget(value);
            slots.tidyClaimed(slots.slotOf(entry));
        }
    }

    /** Counts one learnt station less, if {@code value} was one. */
    void forget(long value) {
        if (Entry.isLive(value) && !Entry.isStatic(value)) {
            RawMemory.getAndAddLong(learntAddress, -1);
            stations.removed(Entry.port(value), Entry.generation(value));
        }
    }

    private static void publishClaimed(long entry, long key, int port, int generation, int now, long kind) {
        long value = TableSlots.value(entry);
        if (TableSlots.key(entry) != key) {
            value = Entry.nextVersion(value);
            TableSlots.publishValueRelease(entry, value);
            TableSlots.publishKeyRelease(entry, key);
        }
        TableSlots.publishValueRelease(entry, Entry.live(value, port, generation, now, kind));
    }
}
