package io.isolane.core.table;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.Optional;

/**
 * How many sightings there have been, and the last of them.
 *
 * <pre>
 *   0           8        16       24             32         40
 *  +-----------+--------+--------+--------------+----------+-----------------+
 *  | sequence  | count  | key    | from, to     | time     | time, unwrapped |
 *  +-----------+--------+--------+--------------+----------+-----------------+
 *   odd while one writes          32 bits each
 * </pre>
 *
 * <p>Any worker notes, any thread reads; nobody waits. Of two workers that note at once both are counted and one is kept. The time
 * comes in milliseconds that wrap, and is told apart from those of weeks ago by {@link #advance}, which has one caller at a time.
 */
final class LastSighting {
    private static final int SEQUENCE = 0;
    private static final int COUNT = 8;
    private static final int KEY = 16;
    private static final int PORTS = 24;
    private static final int TIME = 32;
    private static final int CLOCK = 40;
    private static final int LENGTH = 128;

    private final long address;

    LastSighting(Arena arena) {
        this.address = arena.allocate(LENGTH, LENGTH).address();
    }

    /** Lets time pass: at least once in three weeks. */
    void advance(int now) {
        RawMemory.putLongRelease(address + CLOCK, unwrapped(now));
    }

    void note(long key, int from, int to, int now) {
        RawMemory.getAndAddLong(address + COUNT, 1);
        long sequence = RawMemory.getLongAcquire(address + SEQUENCE);
        if ((sequence & 1) != 0 || !RawMemory.compareAndSetLong(address + SEQUENCE, sequence, sequence + 1)) {
            return;
        }
        RawMemory.putLongRelease(address + KEY, key);
        RawMemory.putLongRelease(address + PORTS, (long) from << Integer.SIZE | to);
        RawMemory.putLongRelease(address + TIME, unwrapped(now));
        RawMemory.putLongRelease(address + SEQUENCE, sequence + 2);
    }

    /** The last one, empty if there has been none; {@code now} is the time of the caller. */
    Optional<Sighting> last(int now) {
        long sequence;
        Sighting seen;
        do {
            sequence = RawMemory.getLongAcquire(address + SEQUENCE);
            if (sequence == 0) {
                return Optional.empty();
            }
            seen = read(now);
        } while ((sequence & 1) != 0 || RawMemory.getLongVolatile(address + SEQUENCE) != sequence);
        return Optional.of(seen);
    }

    private Sighting read(int now) {
        long key = RawMemory.getLongAcquire(address + KEY);
        long ports = RawMemory.getLongAcquire(address + PORTS);
        long time = RawMemory.getLongAcquire(address + TIME);
        long count = RawMemory.getLongAcquire(address + COUNT);
        return new Sighting(
                (int) (key >>> 48),
                MacTable.mac(key),
                (int) (ports >> Integer.SIZE),
                (int) ports,
                Math.max(0, unwrapped(now) - time),
                count);
    }

    private long unwrapped(int now) {
        long clock = RawMemory.getLongAcquire(address + CLOCK);
        return clock + (now - (int) clock);
    }
}
