package io.isolane.core.memory;

/**
 * All free slots of a {@link FrameMemory}. Threads allocate through a {@link FrameCache} of their own; the pool is what the
 * caches fill up from and spill to, a magazine at a time.
 *
 * <p>Lock-free; any thread.
 */
public final class FramePool {
    /** Slots of a magazine: what moves between a cache and the depot in one step. */
    static final int SMALL_MAGAZINE = 64;

    static final int LARGE_MAGAZINE = 4;

    private static final int MAGAZINES = 8;

    /** Behind the bytes that somebody would overwrite who took {@link Descriptor#NONE} for a small frame. */
    private static final int SMALL_DEPOT = 2048;

    private static final int LARGE_DEPOT = 3072;

    private final FrameMemory memory;
    private final Depot small;
    private final Depot large;

    /** A pool in which every slot of {@code memory} is free; the memory has no other pool. */
    public FramePool(FrameMemory memory) {
        this.memory = memory;
        this.small = new Depot(memory, memory.segment().address() + SMALL_DEPOT);
        this.large = new Depot(memory, memory.segment().address() + LARGE_DEPOT);
        fill(SlotClass.SMALL);
        fill(SlotClass.LARGE);
    }

    public FrameMemory memory() {
        return memory;
    }

    /** A cache for the calling thread, which must close it to give its slots back. */
    public FrameCache newCache() {
        return newCache(MAGAZINES);
    }

    /**
     * As the other, where there are many caches: what each keeps in stock, no other can allocate.
     *
     * @param magazines the most it keeps, in magazines of 64 small or 4 large slots, 2 or more
     */
    public FrameCache newCache(int magazines) {
        return new FrameCache(this, magazines);
    }

    /** Free slots of a class that no cache holds; exact when no thread is allocating. */
    public int available(SlotClass slotClass) {
        return depot(slotClass).available();
    }

    Depot depot(SlotClass slotClass) {
        return slotClass == SlotClass.SMALL ? small : large;
    }

    static int magazine(SlotClass slotClass) {
        return slotClass == SlotClass.SMALL ? SMALL_MAGAZINE : LARGE_MAGAZINE;
    }

    private void fill(SlotClass slotClass) {
        int[] units = new int[magazine(slotClass)];
        int slots = memory.slots(slotClass);
        for (int end = slots; end > 0; end -= units.length) {
            int count = Math.min(units.length, end);
            for (int i = 0; i < count; i++) {
                units[i] = memory.unitOf(slotClass, end - 1 - i);
            }
            depot(slotClass).push(units, 0, count);
        }
    }
}
