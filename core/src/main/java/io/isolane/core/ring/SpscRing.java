package io.isolane.core.ring;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * A ring of 64-bit items with one producer thread and one consumer thread.
 *
 * <p>A batch ends in one release store of a cursor, and the other side reads it with acquire: whatever was written before an
 * offer is seen after the poll that returns its items. Each side keeps a copy of the other's cursor and reads the original
 * only when the copy says full or empty. Wait-free: no call depends on what the other side does.
 */
public final class SpscRing {
    private static final int MAX_CAPACITY = 1 << 24;

    @SuppressWarnings("unused") // keeps the memory while anyone has the ring
    private final Arena arena;

    private final long address;
    private final int capacity;
    private final int mask;

    /**
     * A ring that lives as long as {@code arena}, which must outlive its last use.
     *
     * @param capacity items, a power of two from 2 to 2^24
     */
    public SpscRing(Arena arena, int capacity) {
        if (Integer.bitCount(capacity) != 1 || capacity < 2 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "a ring's capacity is a power of two from 2 to 16777216, not " + capacity);
        }
        this.arena = arena;
        this.address = arena.allocate(RingLayout.ITEMS + 8L * capacity, 128).address();
        this.capacity = capacity;
        this.mask = capacity - 1;
    }

    /** Where its words are, laid out as {@link RingLayout} draws them: for a side of the ring that is not written in Java. */
    public long address() {
        return address;
    }

    public int capacity() {
        return capacity;
    }

    /** Items in the ring: exact for the producer or consumer when the other side rests, else a moment's view. Any thread. */
    public int size() {
        long head = RawMemory.getLongVolatile(address + RingLayout.HEAD);
        return (int) Math.min(capacity, RawMemory.getLongVolatile(address + RingLayout.TAIL) - head);
    }

    /** Puts one item in; false if the ring is full. Producer only. */
    public boolean offer(long item) {
        long tail = RawMemory.getLong(address + RingLayout.TAIL);
        if (room(tail, 1) == 0) {
            return false;
        }
        RawMemory.putLong(itemAddress(tail), item);
        publishTailRelease(tail + 1);
        return true;
    }

    /** Puts in as many of {@code items[from..from+count)} as there is room for and returns how many. Producer only. */
    public int offer(long[] items, int from, int count) {
        long tail = RawMemory.getLong(address + RingLayout.TAIL);
        int accepted = Math.min(count, room(tail, count));
        if (accepted == 0) {
            return 0;
        }
        int first = Math.min(accepted, beforeTheEnd(tail));
        RawMemory.put(itemAddress(tail), items, from, first);
        if (first < accepted) {
            RawMemory.put(itemAddress(0), items, from + first, accepted - first);
        }
        publishTailRelease(tail + accepted);
        return accepted;
    }

    /** How many items fit now, looking no further than {@code wanted} needs. Producer only. */
    public int room(int wanted) {
        return room(RawMemory.getLong(address + RingLayout.TAIL), wanted);
    }

    /** Takes out up to {@code max} items into {@code items[0..n)} and returns n. Consumer only. */
    public int poll(long[] items, int max) {
        long head = RawMemory.getLong(address + RingLayout.HEAD);
        int taken = Math.min(max, filled(head, max));
        if (taken == 0) {
            return 0;
        }
        int first = Math.min(taken, beforeTheEnd(head));
        RawMemory.get(itemAddress(head), items, 0, first);
        if (first < taken) {
            RawMemory.get(itemAddress(0), items, first, taken - first);
        }
        publishHeadRelease(head + taken);
        return taken;
    }

    private int room(long tail, int wanted) {
        int room = (int) (RawMemory.getLong(address + RingLayout.CACHED_HEAD) + capacity - tail);
        if (room >= wanted) {
            return room;
        }
        long head = RawMemory.getLongAcquire(address + RingLayout.HEAD);
        RawMemory.putLong(address + RingLayout.CACHED_HEAD, head);
        return (int) (head + capacity - tail);
    }

    private int filled(long head, int wanted) {
        int filled = (int) (RawMemory.getLong(address + RingLayout.CACHED_TAIL) - head);
        if (filled >= wanted) {
            return filled;
        }
        long tail = RawMemory.getLongAcquire(address + RingLayout.TAIL);
        RawMemory.putLong(address + RingLayout.CACHED_TAIL, tail);
        return (int) (tail - head);
    }

    /** Items from a position to the place where the ring begins again. */
    private int beforeTheEnd(long position) {
        return capacity - (int) (position & mask);
    }

    private long itemAddress(long position) {
        return RawMemory.base(address) + RingLayout.ITEMS + ((position & mask & (MAX_CAPACITY - 1)) << 3);
    }

    private void publishTailRelease(long tail) {
        RawMemory.putLongRelease(address + RingLayout.TAIL, tail);
    }

    private void publishHeadRelease(long head) {
        RawMemory.putLongRelease(address + RingLayout.HEAD, head);
    }
}
