package io.isolane.core.counter;

import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;

/**
 * One port's counters. Written by the port's worker alone, with plain arithmetic and an ordered store; read by any thread,
 * each counter by itself.
 */
public final class PortCounters {
    @SuppressWarnings("unused") // keeps the memory while anyone reads
    private final Arena arena;

    private final long address;

    private PortCounters(Arena arena) {
        this.arena = arena;
        this.address = arena.allocate(CounterLayout.stride(), 128).address();
    }

    /** Counters at zero that live as long as {@code arena}. */
    public static PortCounters allocate(Arena arena) {
        return new PortCounters(arena);
    }

    public void received(long frames, long bytes) {
        add(CounterLayout.RX_FRAMES, frames);
        add(CounterLayout.RX_BYTES, bytes);
    }

    public void transmitted(long frames, long bytes) {
        add(CounterLayout.TX_FRAMES, frames);
        add(CounterLayout.TX_BYTES, bytes);
    }

    public void stationMoved() {
        add(CounterLayout.STATIONS_MOVED, 1);
    }

    public void flooded(long frames) {
        add(CounterLayout.FLOODED, frames);
    }

    public void notLearnt() {
        add(CounterLayout.NOT_LEARNT, 1);
    }

    public void dropped(DropReason reason, long frames) {
        add(CounterLayout.DROPS + 8 * reason.index(), frames);
    }

    public long rxFrames() {
        return get(CounterLayout.RX_FRAMES);
    }

    /** Bytes of Ethernet frames, without frame check sequence and without tags that travel beside them. */
    public long rxBytes() {
        return get(CounterLayout.RX_BYTES);
    }

    public long txFrames() {
        return get(CounterLayout.TX_FRAMES);
    }

    public long txBytes() {
        return get(CounterLayout.TX_BYTES);
    }

    /** Times a station that had been learnt elsewhere spoke on this port. */
    public long stationsMoved() {
        return get(CounterLayout.STATIONS_MOVED);
    }

    /** Frames from this port that left on more than one. */
    public long floodedFrames() {
        return get(CounterLayout.FLOODED);
    }

    /** Frames from this port whose source could not be learnt: the port's limit, or a table full of others' fair share. */
    public long notLearntFrames() {
        return get(CounterLayout.NOT_LEARNT);
    }

    public long drops(DropReason reason) {
        return get(CounterLayout.DROPS + 8 * reason.index());
    }

    public long totalDrops() {
        long total = 0;
        for (int i = 0; i < DropReason.count(); i++) {
            total += drops(DropReason.at(i));
        }
        return total;
    }

    private long get(int offset) {
        return RawMemory.getLongAcquire(address + offset);
    }

    private void add(int offset, long delta) {
        RawMemory.putLongRelease(address + offset, RawMemory.getLong(address + offset) + delta);
    }
}
