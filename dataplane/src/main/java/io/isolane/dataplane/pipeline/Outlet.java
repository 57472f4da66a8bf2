package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;

/** Where delivered frames wait for the end of the batch on their way to one port. Confined to its worker. */
abstract class Outlet {
    private static final long UNUSUAL = Descriptor.OFFLOAD | Descriptor.INNER_TAG;

    final long[] pending = new long[Batch.CAPACITY];
    int count;

    /** In what waits. */
    long bytes;

    /** Whether {@link Outlets} will flush it. */
    boolean isTouched;

    /** The length in bytes up to which a frame without a pending offload goes on as it is. */
    int maxFrame;

    /** Takes the frame over; {@code from} counts what cannot even leave this worker. */
    final void append(long frame, PortCounters from) {
        if (Descriptor.length(frame) > maxFrame || Descriptor.isOffload(frame)) {
            appendUnusual(frame, from);
        } else {
            enqueue(frame, from);
        }
    }

    /**
     * Takes over all of {@code frames[0..many)}, of each descriptor the bits that {@code keep} has and those of {@code add}; or none of them, if one
     * is unusual.
     */
    final boolean appendAll(long[] frames, int many, long keep, long add, PortCounters from) {
        long length = lengthIfPlain(frames, many);
        if (length < 0) {
            return false;
        }
        if (count + many > pending.length) {
            flush(from);
        }
        bytes += length;
        long[] waiting = pending;
        int at = count;
        for (int i = 0; i < many; i++) {
            waiting[at + i] = (frames[i] & keep) | add;
        }
        count = at + many;
        return true;
    }

    /** Bytes in all of the frames, or -1 if one of them is unusual. */
    private long lengthIfPlain(long[] frames, int many) {
        long longest = maxFrame;
        long doubts = 0;
        long sum = 0;
        for (int i = 0; i < many; i++) {
            long length = Descriptor.lengthField(frames[i]);
            sum += length;
            doubts |= ((longest - length) >>> 63) | (frames[i] & UNUSUAL);
        }
        return doubts == 0 ? sum : -1;
    }

    /** Puts a frame that may go on as it is behind those that wait. */
    final void enqueue(long frame, PortCounters from) {
        if (count == pending.length) {
            flush(from);
        }
        pending[count++] = frame;
        bytes += Descriptor.lengthField(frame);
    }

    /** Takes over a frame that is longer than most, or has an offload pending. */
    abstract void appendUnusual(long frame, PortCounters from);

    /** Hands on all that waits. */
    abstract void flush(PortCounters from);
}
