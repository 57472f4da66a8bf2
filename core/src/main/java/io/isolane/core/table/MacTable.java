package io.isolane.core.table;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Stations by (FID, MAC): off-heap, open addressing, eight slots for every station it may hold, so that nearly every search
 * ends where it begins.
 *
 * <p>{@link #lookup} may be called by any thread and {@link #learn} by any worker; neither ever waits (see the package). Time is
 * in milliseconds of whatever clock the caller steps, and may wrap.
 */
public final class MacTable {
    /** Returned by {@link #lookup} for a station that is not known. */
    public static final int UNKNOWN = -1;

    /** Ports are numbered from 0 to 4095. */
    public static final int MAX_PORTS = Entry.PORT_MASK + 1;

    public static final int MAX_CAPACITY = 1 << 22;

    private static final int SLOTS_PER_STATION = 8;

    private final TableSlots slots;
    private final PortStations stations;
    private final TableWriter writer;
    private final Sweeper sweeper;
    private final LastSighting lastRefusal;
    private final boolean limitsMoves;

    /** As the other, by the limits that {@link TableLimits#of} has. */
    public MacTable(Arena arena, int capacity, int ports, RandomGenerator random) {
        this(arena, TableLimits.of(capacity), ports, random);
    }

    /**
     * An empty table that lives as long as {@code arena}.
     *
     * @param ports ports it can name, 1 to {@link #MAX_PORTS}
     * @param random where the hash takes its seed
     */
    public MacTable(Arena arena, TableLimits limits, int ports, RandomGenerator random) {
        int capacity = limits.capacity();
        requireBetween("stations", capacity, MAX_CAPACITY);
        requireBetween("ports", ports, MAX_PORTS);
        long wanted = Math.max(TableSlots.MAX_PROBES, (long) capacity * SLOTS_PER_STATION);
        this.slots = new TableSlots(arena, Long.highestOneBit(wanted * 2 - 1), random);
        this.stations = new PortStations(arena, ports);
        RegionClaims claims = new RegionClaims(arena, slots.regions());
        this.writer = new TableWriter(arena, slots, stations, claims, limits);
        this.sweeper = new Sweeper(writer, slots, stations, claims);
        this.lastRefusal = new LastSighting(arena);
        this.limitsMoves = !limits.moves().isNone();
    }

    /** The key of a station, never 0; {@code fid}, the filtering identifier of its VLAN (IEEE 802.1Q, 3.95), is 0 to 65535. */
    public static long key(int fid, long mac) {
        return (long) fid << 48 | mac;
    }

    /** The address in a key. */
    public static long mac(long key) {
        return key & MacAddress.MASK;
    }

    /** The port a station is on, or {@link #UNKNOWN}. */
    public int lookup(long key) {
        long value = slots.valueOf(key);
        return isValid(value) ? Entry.port(value) : UNKNOWN;
    }

    /**
     * Looks up {@code keys[0..count)} at once: what is known of each goes to the same place of {@code found}, for {@link #ports} and
     * {@link #isHeard} to read.
     */
    public void find(long[] keys, long[] found, int count) {
        slots.values(keys, found, count);
    }

    /** The ports of the stations of which {@link #find} found this, {@link #UNKNOWN} for those that it did not find. */
    public void ports(long[] found, int[] ports, int count) {
        stations.ports(found, ports, count);
    }

    /** What {@link #isHeard} compares with; it holds until the next flush of {@code port}. */
    public long learntBy(int port) {
        return Entry.learntBy(port, stations.generation(port));
    }

    /**
     * True for a station of which {@link #find} found that it was heard on a port within the last second, so that {@link #learn} has
     * nothing to do.
     *
     * @param learntBy what {@link #learntBy} says of the port
     */
    public static boolean isHeard(long found, long learntBy, int now) {
        return Entry.owner(found) == learntBy && now - Entry.stamp(found) < Entry.STAMP_LAG;
    }

    /** Notes that a station was heard on {@code port} and returns one of {@link LearnResult}. */
    public int learn(long key, int port, int now) {
        long entry = slots.find(key);
        if (entry != 0) {
            long value = slots.valueOf(key);
            if (isValid(value) && Entry.port(value) == port && isFresh(entry, value, now)) {
                return LearnResult.KNOWN;
            }
            if (Entry.isLive(value) && Entry.isStatic(value)) {
                return LearnResult.STATIC_ELSEWHERE;
            }
        }
        return writer.learn(key, port, now);
    }

    /**
     * Gives a station a static entry, which no learning moves and no ageing ends; it replaces what was known of the station.
     *
     * @return false if another thread is changing that region just now, or the probe has no room: call again later
     */
    public boolean putStatic(long key, int port) {
        return writer.putStatic(key, port);
    }

    /** Forgets a station, static or learnt; false if another thread is changing that region just now: call again later. */
    public boolean remove(long key) {
        return writer.remove(key);
    }

    /** Forgets every learnt station of {@code port} at once. */
    public void flush(int port) {
        sweeper.flush(port);
    }

    /** Lets {@code port} have no more than {@code limit} learnt stations; those it has beyond that stay until they age. */
    public void limit(int port, int limit) {
        stations.limit(port, limit);
    }

    /** Says how long the stations of {@code port} keep their places, those that it has already too. */
    public void tenure(int port, Tenure tenure) {
        stations.tenure(port, tenure);
    }

    /** True if stations may not move as they like. */
    public boolean limitsMoves() {
        return limitsMoves;
    }

    /** The last station that moved; {@code now} is the caller's time. Any thread. */
    public Optional<Sighting> lastMove(int now) {
        return writer.lastMove().last(now);
    }

    /** The last station of which a port's guard said by {@link #noteRefusal} that it may not be there. Any thread. */
    public Optional<Sighting> lastRefusal(int now) {
        return lastRefusal.last(now);
    }

    /** Keeps for {@link #lastRefusal} that a station was heard on {@code port} and may not be there. */
    public void noteRefusal(long key, int port, int now) {
        lastRefusal.note(key, lookup(key), port, now);
    }

    /** Learnt stations of {@code port}. */
    public int stations(int port) {
        return stations.count(port);
    }

    /** Learnt stations of all ports, those included that a flush has made void and no sweep has found yet. */
    public int learnt() {
        return writer.learnt();
    }

    /**
     * One slice of the endless sweep that frees what has been silent for {@code maxAge} ms (a second more at most) or void
     * since a flush. One caller at a time.
     *
     * @param maxAge 0 for stations that never age
     * @return stations freed
     */
    public int expire(int now, int maxAge, int slotsToVisit) {
        writer.lastMove().advance(now);
        lastRefusal.advance(now);
        return sweeper.expire(now, maxAge, slotsToVisit);
    }

    /** Slots of the table: what {@link #expire} visits in one full round. */
    public long slotCount() {
        return slots.count();
    }

    /** Shows every station of a moment's view. Any thread. */
    public void forEach(StationVisitor visitor) {
        for (long slot = 0; slot < slots.count(); slot++) {
            long entry = slots.entry(slot);
            long key = TableSlots.key(entry);
            long value = key == 0 ? 0 : slots.valueOf(key);
            if (isValid(value)) {
                visitor.station((int) (key >>> 48), mac(key), Entry.port(value), Entry.isStatic(value));
            }
        }
    }

    TableSlots slots() {
        return slots;
    }

    private boolean isValid(long value) {
        return writer.isValid(value);
    }

    /** False if a stamp is due and could not be written, because another thread has just changed the entry. */
    private static boolean isFresh(long entry, long value, int now) {
        return Entry.isStatic(value)
                || now - Entry.stamp(value) < Entry.STAMP_LAG
                || RawMemory.compareAndSetLong(entry + Entry.VALUE, value, Entry.withStamp(value, now));
    }

    private static void requireBetween(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("a MAC table is for 1 to " + most + " " + what + ", not " + value);
        }
    }
}
