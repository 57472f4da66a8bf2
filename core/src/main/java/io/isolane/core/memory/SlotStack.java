package io.isolane.core.memory;

/** The free slots of one class in a cache, by unit. Confined to its thread. */
final class SlotStack {
    static final int NONE = 0;

    private final Depot depot;
    private final int magazine;
    private final int[] units;
    private int size;

    SlotStack(Depot depot, int magazine, int magazines) {
        this.depot = depot;
        this.magazine = magazine;
        this.units = new int[magazine * magazines];
    }

    int pop() {
        int top = size;
        if (top == 0) {
            top = depot.pop(units);
            if (top == 0) {
                return NONE;
            }
        }
        size = top - 1;
        return units[top - 1];
    }

    void push(int unit) {
        int top = size;
        if (top == units.length) {
            depot.push(units, 0, magazine);
            top -= magazine;
            System.arraycopy(units, magazine, units, 0, top);
        }
        units[top] = unit;
        size = top + 1;
    }

    /**
     * Pushes the slots of the first of {@code descriptors[from..to)} for as long as there is room, each is small, and it has no other holder; returns how
     * many these were. The size is written once, which spares each push the wait for the last.
     */
    int push(long[] descriptors, int from, int to, FrameMemory memory) {
        int[] all = units;
        int top = size;
        int end = Math.min(to, from + all.length - top);
        int i = from;
        for (; i < end; i++) {
            long descriptor = descriptors[i];
            int unit = Descriptor.unit(descriptor);
            if (Descriptor.isShared(descriptor) || memory.classOf(unit) != SlotClass.SMALL) {
                break;
            }
            all[top++] = unit;
        }
        size = top;
        return i - from;
    }

    void drain() {
        while (size > 0) {
            int count = Math.min(size, magazine);
            size -= count;
            depot.push(units, size, count);
        }
    }
}
