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

    void drain() {
        while (size > 0) {
            int count = Math.min(size, magazine);
            size -= count;
            depot.push(units, size, count);
        }
    }
}
