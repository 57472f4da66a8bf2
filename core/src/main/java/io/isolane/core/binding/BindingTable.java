package io.isolane.core.binding;

import io.isolane.core.frame.IpAddress;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.random.RandomGenerator;

/**
 * Bindings by (FID, IP address), off-heap: the station that has the address, the port it is behind, and how long.
 *
 * <p>{@link #isBound} and {@link #portOf} may be called by any thread at any time; a binding that is being changed just then is
 * not found. Those that change something return {@link BindResult#CONTENDED} or false if another thread does so at the same
 * time: workers give up then, the control plane calls again. Time is in milliseconds of whatever clock the caller steps, and
 * does not wrap.
 */
public final class BindingTable {
    /** Bindings that a switch may learn. */
    public static final int CAPACITY = 1 << 13;

    /** Returned by {@link #portOf} for an address that is bound nowhere. */
    public static final int NOWHERE = -1;

    /** The expiry of a binding that does not end. */
    public static final long NEVER = Long.MAX_VALUE;

    /** A time at which no lease has ended. */
    private static final long ALWAYS = Long.MIN_VALUE;

    private static final int SLOTS_PER_BINDING = 2;
    private static final int CLAIM_STRIDE = 128;
    private static final int PURGE_MILLIS = 1000;

    private final BindingSlots slots;
    private final long claim;
    private final AtomicIntegerArray learnt;
    private final int capacity;
    /** Learnt bindings of all ports. */
    private int live;

    private long purged = Long.MIN_VALUE;

    /**
     * An empty table that lives as long as {@code arena}.
     *
     * @param capacity bindings it may learn, a power of two; half as many known ones have room beside them
     * @param ports ports it can name
     * @param random where the hash takes its seed
     */
    public BindingTable(Arena arena, int capacity, int ports, RandomGenerator random) {
        this.capacity = capacity;
        this.slots = new BindingSlots(arena, capacity * SLOTS_PER_BINDING, random);
        this.claim = arena.allocate(CLAIM_STRIDE, CLAIM_STRIDE).address();
        this.learnt = new AtomicIntegerArray(ports);
    }

    /** True if the address is that of the station {@code mac} behind {@code port}. */
    public boolean isBound(int fid, boolean isV6, long high, long low, long mac, int port, long now) {
        long identity = BindingLayout.identity(fid, isV6);
        long slot = slots.find(identity, high, low);
        if (slot == 0) {
            return false;
        }
        long version = BindingSlots.version(slot);
        long owner = BindingSlots.owner(slot);
        boolean is = BindingLayout.isOf(owner, identity)
                && BindingLayout.port(owner) == port
                && BindingSlots.high(slot) == high
                && BindingSlots.low(slot) == low
                && BindingSlots.mac(slot) == mac
                && BindingSlots.expiry(slot) > now;
        return is && isSteady(slot, version);
    }

    /** The port that the address is bound to, or {@link #NOWHERE}. */
    public int portOf(int fid, boolean isV6, long high, long low, long now) {
        long slot = slots.find(BindingLayout.identity(fid, isV6), high, low);
        if (slot == 0) {
            return NOWHERE;
        }
        long version = BindingSlots.version(slot);
        long owner = BindingSlots.owner(slot);
        boolean isOver = BindingSlots.expiry(slot) <= now || !BindingLayout.isLive(owner);
        return isOver || !isSteady(slot, version) ? NOWHERE : BindingLayout.port(owner);
    }

    /**
     * Learns a binding, or until when it holds.
     *
     * @param limit learnt bindings that {@code port} may have
     * @param expiry when it ends, or {@link #NEVER}
     * @return one of {@link BindResult}
     */
    public int learn(int fid, boolean isV6, long high, long low, long mac, int port, int limit, long expiry, long now) {
        if (!tryClaim()) {
            return BindResult.CONTENDED;
        }
        int result = learnClaimed(BindingLayout.identity(fid, isV6), high, low, mac, port, limit, expiry, now);
        release();
        return result;
    }

    /** Forgets a learnt binding of {@code port}, if it has it; false if another thread is changing the table. */
    public boolean forget(int fid, boolean isV6, long high, long low, int port) {
        if (!tryClaim()) {
            return false;
        }
        long slot = slots.find(BindingLayout.identity(fid, isV6), high, low);
        if (slot != 0 && isLearntBy(port, BindingSlots.owner(slot))) {
            freeClaimed(slot);
        }
        release();
        return true;
    }

    /** Forgets all learnt bindings of {@code port}; false if another thread is changing the table. */
    public boolean forgetAll(int port) {
        if (!tryClaim()) {
            return false;
        }
        for (int index = 0; index < slots.count(); index++) {
            if (isLearntBy(port, BindingSlots.owner(slots.slot(index)))) {
                freeClaimed(slots.slot(index));
            }
        }
        release();
        return true;
    }

    /**
     * Puts a binding that is known; it replaces what was learnt of the address.
     *
     * @return false if another thread is changing the table
     * @throws IllegalArgumentException if there is no room
     */
    public boolean putStatic(int fid, IpAddress address, long mac, int port) {
        if (!tryClaim()) {
            return false;
        }
        long identity = BindingLayout.identity(fid, address.isV6());
        long known = slots.find(identity, address.high(), address.low());
        if (known != 0) {
            freeClaimed(known);
        }
        long slot = slots.findFree(identity, address.high(), address.low(), ALWAYS);
        if (slot != 0) {
            slots.write(
                    slot,
                    identity | BindingLayout.USED | BindingLayout.STATIC | port,
                    mac,
                    address.high(),
                    address.low(),
                    NEVER);
        }
        release();
        if (slot == 0) {
            throw new IllegalArgumentException("there is room for " + capacity / 2 + " known bindings: list fewer");
        }
        return true;
    }

    /** Removes a binding that was known; false if another thread is changing the table. */
    public boolean removeStatic(int fid, IpAddress address) {
        if (!tryClaim()) {
            return false;
        }
        long slot = slots.find(BindingLayout.identity(fid, address.isV6()), address.high(), address.low());
        if (slot != 0 && BindingLayout.isStatic(BindingSlots.owner(slot))) {
            freeClaimed(slot);
        }
        release();
        return true;
    }

    /** True if {@code port} may learn one more binding of {@code limit}; false too if another thread is changing the table. */
    public boolean hasRoom(int port, int limit, long now) {
        if (learnt(port) < limit) {
            return true;
        }
        if (tryClaim()) {
            purgeClaimed(now);
            release();
        }
        return learnt(port) < limit;
    }

    /** Learnt bindings of {@code port}, those included that have ended and whose room nobody has needed yet. */
    public int learnt(int port) {
        return learnt.getAcquire(port);
    }

    /** Shows every binding of a moment's view. Any thread. */
    public void forEach(BindingVisitor visitor) {
        for (int index = 0; index < slots.count(); index++) {
            long slot = slots.slot(index);
            long version = BindingSlots.version(slot);
            long owner = BindingSlots.owner(slot);
            long high = BindingSlots.high(slot);
            long low = BindingSlots.low(slot);
            long mac = BindingSlots.mac(slot);
            long expiry = BindingSlots.expiry(slot);
            if (BindingLayout.isLive(owner) && isSteady(slot, version)) {
                IpAddress address = new IpAddress(BindingLayout.isV6(owner), high, low);
                visitor.binding(BindingLayout.fid(owner), address, mac, BindingLayout.port(owner), expiry);
            }
        }
    }

    private int learnClaimed(long identity, long high, long low, long mac, int port, int limit, long expiry, long now) {
        long slot = slots.find(identity, high, low);
        if (slot != 0 && BindingSlots.expiry(slot) > now) {
            return renewClaimed(slot, mac, port, expiry);
        }
        if (slot != 0) {
            freeClaimed(slot);
        }
        if (learnt.getAcquire(port) >= limit || live >= capacity) {
            purgeClaimed(now);
        }
        if (learnt.getAcquire(port) >= limit) {
            return BindResult.AT_LIMIT;
        }
        slot = live < capacity ? slots.findFree(identity, high, low, now) : 0;
        if (slot == 0) {
            return BindResult.NO_ROOM;
        }
        if (BindingLayout.isLive(BindingSlots.owner(slot))) {
            freeClaimed(slot);
        }
        live++;
        learnt.incrementAndGet(port);
        slots.write(slot, identity | BindingLayout.USED | port, mac, high, low, expiry);
        return BindResult.BOUND;
    }

    private int renewClaimed(long slot, long mac, int port, long expiry) {
        long owner = BindingSlots.owner(slot);
        if (BindingLayout.port(owner) != port || BindingSlots.mac(slot) != mac) {
            return BindResult.BOUND_ELSEWHERE;
        }
        if (!BindingLayout.isStatic(owner)) {
            slots.extend(slot, expiry);
        }
        return BindResult.BOUND;
    }

    /** Frees what has ended, where room is short; once a second at most, since it goes through the whole table. */
    private void purgeClaimed(long now) {
        if (purged != Long.MIN_VALUE && now - purged < PURGE_MILLIS) {
            return;
        }
        purged = now;
        for (int index = 0; index < slots.count(); index++) {
            long slot = slots.slot(index);
            if (BindingLayout.isLive(BindingSlots.owner(slot)) && BindingSlots.expiry(slot) <= now) {
                freeClaimed(slot);
            }
        }
    }

    private void freeClaimed(long slot) {
        long owner = BindingSlots.owner(slot);
        if (!BindingLayout.isStatic(owner)) {
            learnt.decrementAndGet(BindingLayout.port(owner));
            live--;
        }
        slots.free(slot);
    }

    private static boolean isLearntBy(int port, long owner) {
        return BindingLayout.isLive(owner) && !BindingLayout.isStatic(owner) && BindingLayout.port(owner) == port;
    }

    private static boolean isSteady(long slot, long version) {
        return (version & 1) == 0 && BindingSlots.version(slot) == version;
    }

    private boolean tryClaim() {
        return RawMemory.compareAndSetLong(claim, 0, 1);
    }

    private void release() {
        RawMemory.putLongRelease(claim, 0);
    }
}
