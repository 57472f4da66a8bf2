package io.isolane.core.binding;

import io.isolane.core.memory.RawMemory;
import io.isolane.core.table.TableHash;
import java.lang.foreign.Arena;
import java.util.random.RandomGenerator;

/** The slots of the table and the way through them: linear probing by a seeded hash of VLAN and address. Any thread. */
final class BindingSlots {
    /** A longer probe means a sick table; with a seeded hash and a load of a half it does not happen. */
    private static final int MAX_PROBES = 256;

    private final long address;
    private final int mask;
    private final TableHash hash;

    /** {@code count} is a power of two. */
    BindingSlots(Arena arena, int count, RandomGenerator random) {
        this.address = arena.allocate((long) count * BindingLayout.LENGTH, BindingLayout.LENGTH)
                .address();
        this.mask = count - 1;
        this.hash = new TableHash(random);
    }

    int count() {
        return mask + 1;
    }

    long slot(int index) {
        return address + (long) (index & mask) * BindingLayout.LENGTH;
    }

    /** The slot of the live binding, 0 if there is none. */
    long find(long identity, long high, long low) {
        int home = home(identity, high, low);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            long slot = slot(home + probe);
            long owner = owner(slot);
            if (owner == 0) {
                return 0;
            }
            if (BindingLayout.isOf(owner, identity) && high(slot) == high && low(slot) == low) {
                return slot;
            }
        }
        return 0;
    }

    /** The first slot of the probe that is free or whose lease has ended; 0 if none is. */
    long findFree(long identity, long high, long low, long now) {
        int home = home(identity, high, low);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            long slot = slot(home + probe);
            if (!BindingLayout.isLive(owner(slot)) || expiry(slot) <= now) {
                return slot;
            }
        }
        return 0;
    }

    /** Gives the slot to a binding; readers take it for free meanwhile. Only for who holds the claim. */
    void write(long slot, long owner, long mac, long high, long low, long expiry) {
        long version = RawMemory.getLong(slot + BindingLayout.VERSION);
        RawMemory.putLongVolatile(slot + BindingLayout.VERSION, version + 1);
        RawMemory.putLongRelease(slot + BindingLayout.MAC, mac);
        RawMemory.putLongRelease(slot + BindingLayout.HIGH, high);
        RawMemory.putLongRelease(slot + BindingLayout.LOW, low);
        RawMemory.putLongRelease(slot + BindingLayout.EXPIRY, expiry);
        RawMemory.putLongRelease(slot + BindingLayout.OWNER, owner);
        RawMemory.putLongRelease(slot + BindingLayout.VERSION, version + 2);
    }

    /** Makes the slot free, and unused if no probe goes on behind it. Only for who holds the claim. */
    void free(long slot) {
        write(slot, BindingLayout.USED, 0, 0, 0, 0);
        int index = (int) ((slot - address) / BindingLayout.LENGTH);
        while (owner(slot(index)) == BindingLayout.USED && owner(slot(index + 1)) == 0) {
            RawMemory.putLongRelease(slot(index) + BindingLayout.OWNER, 0);
            index--;
        }
    }

    void extend(long slot, long expiry) {
        RawMemory.putLongRelease(slot + BindingLayout.EXPIRY, expiry);
    }

    static long version(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.VERSION);
    }

    static long owner(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.OWNER);
    }

    static long mac(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.MAC);
    }

    static long high(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.HIGH);
    }

    static long low(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.LOW);
    }

    static long expiry(long slot) {
        return RawMemory.getLongAcquire(slot + BindingLayout.EXPIRY);
    }

    private int home(long identity, long high, long low) {
        return (int) hash.of(hash.of(hash.of(identity) ^ high) ^ low);
    }
}
