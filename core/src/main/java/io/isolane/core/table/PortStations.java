package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * How many stations each port has learnt, and in which generation: one word a port, generation in the high half, count in the
 * low. A flush starts a new generation with a count of none, and every entry of an older one is void.
 *
 * <p>Any thread; lock-free.
 */
final class PortStations {
    private static final int GENERATION_SHIFT = 32;

    private final long address;
    private final int ports;
    private final int[] limits;

    PortStations(Arena arena, int ports) {
        this.address = arena.allocate(8L * ports, 128).address();
        this.ports = ports;
        this.limits = new int[ports];
        java.util.Arrays.fill(limits, Integer.MAX_VALUE);
    }

    int generation(int port) {
        return (int) (RawMemory.getLong(wordAddress(port)) >>> GENERATION_SHIFT);
    }

    int count(int port) {
        return (int) RawMemory.getLongAcquire(wordAddress(port));
    }

    boolean isAtLimit(int port) {
        return count(port) >= limits[port];
    }

    void limit(int port, int stations) {
        limits[port] = stations;
    }

    void added(int port) {
        RawMemory.getAndAddLong(wordAddress(port), 1);
    }

    /** Forgets one station of {@code port}, unless a flush since {@code generation} has forgotten it already. */
    void removed(int port, int generation) {
        long word;
        do {
            word = RawMemory.getLongVolatile(wordAddress(port));
            if ((int) (word >>> GENERATION_SHIFT) != generation) {
                return;
            }
        } while (!RawMemory.compareAndSetLong(wordAddress(port), word, word - 1));
    }

    void flush(int port) {
        long word;
        long next;
        do {
            word = RawMemory.getLongVolatile(wordAddress(port));
            next = (word >>> GENERATION_SHIFT) + 1 & Entry.GENERATION_MASK;
        } while (!RawMemory.compareAndSetLong(wordAddress(port), word, next << GENERATION_SHIFT));
    }

    /** The port that holds most, {@code preferred} if it is one of several. */
    int heaviest(int preferred) {
        int heaviest = preferred;
        int most = count(preferred);
        for (int port = 0; port < ports; port++) {
            int count = count(port);
            if (count > most) {
                most = count;
                heaviest = port;
            }
        }
        return heaviest;
    }

    private long wordAddress(int port) {
        return address + 8L * port;
    }
}
