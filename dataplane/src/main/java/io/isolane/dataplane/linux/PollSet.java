package io.isolane.dataplane.linux;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Sleeps until one of several files has something to read: an array of {@code struct pollfd} (asm-generic/poll.h) and
 * the time to wait (linux/time_types.h). Confined to one thread; waiting allocates nothing, adding may.
 *
 * <pre>
 *   0            16      20       22        24
 *   +------------+-------+--------+---------+----
 *   | s, ns      | file  | events | revents | the next file
 *   +------------+-------+--------+---------+----
 * </pre>
 */
public final class PollSet {
    /** linux/poll.h; errors and hang-ups are told without being asked for. */
    private static final short POLLIN = 1;

    private static final int FIRST = 16;
    private static final int ENTRY_BYTES = 8;
    private static final int EVENTS = 4;
    private static final int READY = 6;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private MemorySegment memory = Arena.ofAuto().allocate(FIRST + 8 * ENTRY_BYTES, Long.BYTES);
    private int count;

    /** Watches one more file descriptor. */
    public void add(int file) {
        if (entry(count) + ENTRY_BYTES > memory.address() + memory.byteSize()) {
            memory = Arena.ofAuto().allocate(2 * memory.byteSize(), Long.BYTES).copyFrom(memory);
        }
        long entry = entry(count++);
        RawMemory.putInt(entry, file);
        RawMemory.putShort(entry + EVENTS, POLLIN);
        RawMemory.putShort(entry + READY, (short) 0);
    }

    /** Watches a file descriptor no longer; whether it was watched. */
    public boolean remove(int file) {
        int index = indexOf(file);
        if (index < 0) {
            return false;
        }
        RawMemory.putLong(entry(index), RawMemory.getLong(entry(--count)));
        return true;
    }

    public int size() {
        return count;
    }

    /**
     * Sleeps until a file can be read or has failed, or the time is over, or a signal interrupts.
     *
     * @param nanos how long at most; 0 only looks
     * @return how many files are ready; 0 when none is
     */
    public int await(long nanos) {
        long timeout = memory.address();
        RawMemory.putLong(timeout, nanos / NANOS_PER_SECOND);
        RawMemory.putLong(timeout + Long.BYTES, nanos % NANOS_PER_SECOND);
        return Math.max(0, Transfer.ppoll(entry(0), count, timeout));
    }

    /** Whether the last {@link #await} found this file ready: readable, failed or hung up. */
    public boolean isReady(int file) {
        int index = indexOf(file);
        return index >= 0 && RawMemory.getShort(entry(index) + READY) != 0;
    }

    private int indexOf(int file) {
        for (int i = 0; i < count; i++) {
            if (RawMemory.getInt(entry(i)) == file) {
                return i;
            }
        }
        return -1;
    }

    private long entry(int index) {
        return memory.address() + FIRST + (long) index * ENTRY_BYTES;
    }
}
