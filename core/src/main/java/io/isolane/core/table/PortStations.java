package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How many stations each port has learnt, and in which generation: one word a port, generation in the high half, count in the
 * low. A flush starts a new generation with a count of none, and every entry of an older one is void.
 *
 * <p>Any thread; lock-free.
 */
final class PortStations {
    private static final int GENERATION_SHIFT = 32;

    private final long address;
    /** Ports above the highest that ever learnt have nothing to be asked for. */
    private final AtomicInteger portsInUse = new AtomicInteger();

    private final AtomicIntegerArray limits;
    private final AtomicReferenceArray<Tenure> tenures;

    PortStations(Arena arena, int ports) {
        this.address = arena.allocate(8L * ports, 128).address();
        this.limits = new AtomicIntegerArray(ports);
        this.tenures = new AtomicReferenceArray<>(ports);
        for (int port = 0; port < ports; port++) {
            limit(port, Integer.MAX_VALUE);
            tenure(port, Tenure.AGEING);
        }
    }

    int generation(int port) {
        return generationOf(RawMemory.getLongAcquire(wordAddress(port)));
    }

    /** The port of each of {@code values[0..count)} that is valid, {@link MacTable#UNKNOWN} for the others. */
    void ports(long[] values, int[] ports, int count) {
        long words = RawMemory.base(address);
        for (int i = 0; i < count; i++) {
            long value = values[i];
            int port = Entry.port(value);
            boolean isCurrent = Entry.generation(value) == generationOf(RawMemory.getLongAcquire(words + 8L * port));
            boolean isValid = Entry.isLive(value) && (isCurrent || Entry.isStatic(value));
            ports[i] = isValid ? port : MacTable.UNKNOWN;
        }
    }

    int count(int port) {
        return (int) RawMemory.getLongAcquire(wordAddress(port));
    }

    boolean isAtLimit(int port) {
        return count(port) >= limits.getAcquire(port);
    }

    void limit(int port, int stations) {
        limits.setRelease(port, stations);
    }

    void tenure(int port, Tenure tenure) {
        tenures.setRelease(port, tenure);
    }

    /** True if the port's stations neither age nor make room for others. */
    boolean keeps(int port) {
        return tenures.getAcquire(port) != Tenure.AGEING;
    }

    /** True if the port's stations do not move either. */
    boolean isSticky(int port) {
        return tenures.getAcquire(port) == Tenure.STICKY;
    }

    /** Counts one more station of {@code port} and returns the generation that it was counted in, which its entry must carry. */
    int added(int port) {
        if (port >= portsInUse.getAcquire()) {
            portsInUse.accumulateAndGet(port + 1, Math::max);
        }
        return generationOf(RawMemory.getAndAddLong(wordAddress(port), 1));
    }

    /** Forgets one station of {@code port}, unless a flush since {@code generation} has forgotten it already. */
    void removed(int port, int generation) {
        long word;
        do {
            word = RawMemory.getLongVolatile(wordAddress(port));
            if (generationOf(word) != generation) {
                return;
            }
        } while (!RawMemory.compareAndSetLong(wordAddress(port), word, word - 1));
    }

    /** Starts the generation after {@code generation}, unless another thread has. */
    void flush(int port, int generation) {
        long next = (long) successor(generation) << GENERATION_SHIFT;
        long word;
        do {
            word = RawMemory.getLongVolatile(wordAddress(port));
            if (generationOf(word) != generation) {
                return;
            }
        } while (!RawMemory.compareAndSetLong(wordAddress(port), word, next));
    }

    /** The generation that follows; they wrap. */
    static int successor(int generation) {
        return generation + 1 & Entry.GENERATION_MASK;
    }

    /** Of the ports whose stations may make room, that which holds most, {@code preferred} if it is one of several; -1 if there is none. */
    int heaviest(int preferred) {
        int heaviest = keeps(preferred) ? -1 : preferred;
        int most = heaviest < 0 ? 0 : count(preferred);
        int ports = portsInUse.getAcquire();
        for (int port = 0; port < ports; port++) {
            int count = count(port);
            if (count > most && !keeps(port)) {
                most = count;
                heaviest = port;
            }
        }
        return heaviest;
    }

    private static int generationOf(long word) {
        return (int) (word >>> GENERATION_SHIFT);
    }

    private long wordAddress(int port) {
        return address + 8L * port;
    }
}
