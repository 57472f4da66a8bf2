package io.isolane.tools.chaos;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.VirtualNic;

/**
 * Numbered frames from one port to another, no more on their way than a window of them, so that nobody but the switch can lose one. Confined to
 * its thread.
 */
final class CheckedTraffic {
    /** Fewer than any ring holds. */
    private static final int WINDOW = 64;

    private static final int BATCH = 64;
    private static final int LENGTH = 128;
    private static final int NUMBER = 16;

    /** For local experiments (IEEE 802, 9.2.2). */
    private static final int TYPE = 0x88b5;

    private final VirtualNic from;
    private final VirtualNic to;
    private final long source;
    private final long destination;
    private final long[] frames = new long[BATCH];
    private long sent;
    private long arrived;
    private long expected;
    private long missing;
    private long late;
    private long strange;
    private long lastArrival = System.nanoTime();

    /** Traffic from the station {@code source} at one end to {@code destination} at the other. */
    CheckedTraffic(VirtualNic from, long source, VirtualNic to, long destination) {
        this.from = from;
        this.to = to;
        this.source = source;
        this.destination = destination;
    }

    /** Takes what has arrived and, if {@code isGoingOn}, sends what the window allows; returns frames moved. */
    int poll(boolean isGoingOn) {
        int moved = receive();
        while (isGoingOn && sent - expected < WINDOW && send()) {
            moved++;
        }
        return moved;
    }

    /** True once nothing is on its way. */
    boolean isComplete() {
        return expected == sent;
    }

    /** Nanoseconds since the last frame arrived while there was one to come. */
    long silence() {
        return isComplete() ? 0 : System.nanoTime() - lastArrival;
    }

    long arrived() {
        return arrived;
    }

    /** Frames that never came. */
    long missing() {
        return missing + (sent - expected);
    }

    /** Frames that came twice or after a later one. */
    long late() {
        return late;
    }

    /** Frames that nobody sent to this port. */
    long strange() {
        return strange;
    }

    private boolean send() {
        long frame = from.allocate(LENGTH);
        if (frame == Descriptor.NONE) {
            return false;
        }
        long address = from.address(frame);
        RawMemory.putLongBigEndian(address, destination << Short.SIZE | source >>> Integer.SIZE);
        RawMemory.putIntBigEndian(address + Long.BYTES, (int) source);
        RawMemory.putIntBigEndian(address + Long.BYTES + Integer.BYTES, TYPE << Short.SIZE);
        RawMemory.putLongBigEndian(address + NUMBER, sent);
        if (!from.send(frame)) {
            from.discard(frame);
            return false;
        }
        if (isComplete()) {
            lastArrival = System.nanoTime();
        }
        sent++;
        return true;
    }

    private int receive() {
        int count = to.receive(frames, BATCH);
        for (int i = 0; i < count; i++) {
            note(to.address(frames[i]), Descriptor.length(frames[i]));
        }
        to.free(frames, count);
        return count;
    }

    private void note(long address, int length) {
        boolean isOurs = length == LENGTH
                && RawMemory.getLongBigEndian(address) == (destination << Short.SIZE | source >>> Integer.SIZE)
                && RawMemory.getIntBigEndian(address + Long.BYTES) == (int) source;
        if (!isOurs) {
            strange++;
            return;
        }
        long number = RawMemory.getLongBigEndian(address + NUMBER);
        arrived++;
        lastArrival = System.nanoTime();
        if (number < expected) {
            late++;
        } else {
            missing += number - expected;
            expected = number + 1;
        }
    }
}
