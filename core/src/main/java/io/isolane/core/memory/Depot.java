package io.isolane.core.memory;

/**
 * The free slots of one class that no cache holds: a lock-free stack of magazines.
 *
 * <p>A magazine lives in the first of its own slots, so the depot needs no memory but its head: the first slot's unit in the
 * low 32 bits, and in the high 32 a number that every change advances, so that a head seen before is never mistaken for
 * the same head now. A thread that loses a race takes another turn, and then another thread has won: lock-free. Any thread.
 */
final class Depot {
    private static final long UNIT_MASK = 0xffff_ffffL;
    private static final long ONE_CHANGE = 1L << 32;
    private static final int EMPTY = 0;

    private final FrameMemory memory;
    private final long headAddress;
    private final long availableAddress;

    /** An empty depot, whatever the memory held before. */
    Depot(FrameMemory memory, long address) {
        this.memory = memory;
        this.headAddress = address;
        this.availableAddress = address + 128;
        RawMemory.putLongVolatile(headAddress, EMPTY);
        RawMemory.putLongVolatile(availableAddress, 0);
    }

    /** Slots in the depot, exact when nobody is at it. */
    int available() {
        return (int) RawMemory.getLongVolatile(availableAddress);
    }

    /** Gives {@code units[from..from+count)} to the depot as one magazine; {@code count} is 1 to 64. */
    void push(int[] units, int from, int count) {
        int first = units[from];
        long slot = memory.slotAddress(first);
        for (int i = 1; i < count; i++) {
            RawMemory.putInt(slot + FrameLayout.MAGAZINE_SLOTS + 4L * i, units[from + i]);
        }
        RawMemory.putInt(slot + FrameLayout.MAGAZINE_COUNT, count);
        RawMemory.getAndAddLong(availableAddress, count);
        long head;
        do {
            head = RawMemory.getLongVolatile(headAddress);
            RawMemory.putInt(slot + FrameLayout.MAGAZINE_NEXT, (int) head);
        } while (!RawMemory.compareAndSetLong(headAddress, head, successor(head, first)));
    }

    /** Takes one magazine into {@code units[0..n)} and returns n, 0 if the depot is empty. */
    int pop(int[] units) {
        long head;
        int next;
        do {
            head = RawMemory.getLongVolatile(headAddress);
            if ((int) head == EMPTY) {
                return 0;
            }
            next = RawMemory.getInt(memory.slotAddress((int) head) + FrameLayout.MAGAZINE_NEXT);
        } while (!RawMemory.compareAndSetLong(headAddress, head, successor(head, next)));
        return unload((int) head, units);
    }

    private int unload(int first, int[] units) {
        long slot = memory.slotAddress(first);
        int count = RawMemory.getInt(slot + FrameLayout.MAGAZINE_COUNT);
        units[0] = first;
        for (int i = 1; i < count; i++) {
            units[i] = RawMemory.getInt(slot + FrameLayout.MAGAZINE_SLOTS + 4L * i);
        }
        RawMemory.getAndAddLong(availableAddress, -count);
        return count;
    }

    private static long successor(long head, int unit) {
        return ((head & ~UNIT_MASK) + ONE_CHANGE) | (unit & UNIT_MASK);
    }
}
