package io.isolane.core.memory;

/**
 * One thread's stock of free slots: last in, first out, so that the slot allocated next is the one whose lines are still in
 * the processor's cache.
 *
 * <p>Confined to its thread. Allocates nothing after construction.
 */
public final class FrameCache implements AutoCloseable {
    private final FrameMemory memory;
    private final SlotStack small;
    private final SlotStack large;

    FrameCache(FramePool pool, int magazines) {
        this.memory = pool.memory();
        this.small = new SlotStack(pool.depot(SlotClass.SMALL), FramePool.SMALL_MAGAZINE, magazines);
        this.large = new SlotStack(pool.depot(SlotClass.LARGE), FramePool.LARGE_MAGAZINE, magazines);
    }

    /** A frame of {@code length} bytes, contents undefined; {@link Descriptor#NONE} if no slot is free or none is that large. */
    public long allocate(int length) {
        if (length <= FrameLayout.SMALL_CAPACITY) {
            return frame(small.pop(), length);
        }
        return length <= SlotClass.LARGE.capacity() ? frame(large.pop(), length) : Descriptor.NONE;
    }

    /** Gives up a descriptor that the caller owns; the slot of a shared frame becomes free with its last. */
    public void free(long descriptor) {
        if (Descriptor.isShared(descriptor) && !memory.unshare(descriptor)) {
            return;
        }
        int unit = Descriptor.unit(descriptor);
        if (memory.classOf(unit) == SlotClass.SMALL) {
            small.push(unit);
        } else {
            large.push(unit);
        }
    }

    /** Frees {@code descriptors[from..to)}. */
    public void free(long[] descriptors, int from, int to) {
        for (int i = from; i < to; ) {
            int usual = small.push(descriptors, i, to, memory);
            i += usual;
            if (i < to) {
                free(descriptors[i++]);
            }
        }
    }

    /** Gives every cached slot back to the pool. */
    @Override
    public void close() {
        small.drain();
        large.drain();
    }

    private static long frame(int unit, int length) {
        return unit == SlotStack.NONE ? Descriptor.NONE : Descriptor.of(unit, length);
    }
}
