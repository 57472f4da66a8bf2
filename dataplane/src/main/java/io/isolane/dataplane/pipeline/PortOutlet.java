package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.offload.Segmenter;

/**
 * The way out to a port of this worker: what the port's MTU allows goes on whole, super-frames for a port that cannot take them are
 * segmented, and what the port does not take is counted and freed.
 */
final class PortOutlet extends Outlet {
    /** Segments of one super-frame: 64 KiB at an MSS of 256. */
    private static final int SEGMENTS = 256;

    private final Port port;
    private final PortCounters counters;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final Segmenter segmenter;
    private final long[] pending = new long[Batch.CAPACITY];
    private final long[] segments = new long[SEGMENTS];
    private final int maxFrame;
    private int count;

    PortOutlet(Port port, PortCounters counters, int maxFrame, FrameMemory memory, FrameCache cache) {
        this.port = port;
        this.counters = counters;
        this.maxFrame = maxFrame;
        this.memory = memory;
        this.cache = cache;
        this.segmenter = new Segmenter(memory);
    }

    @Override
    void append(long frame) {
        if (Descriptor.length(frame) > maxFrame || Descriptor.isOffload(frame)) {
            appendUnusual(frame);
        } else {
            enqueue(frame);
        }
    }

    @Override
    void flush(PortCounters from) {
        transmit();
    }

    private void enqueue(long frame) {
        if (count == pending.length) {
            transmit();
        }
        pending[count++] = frame;
    }

    private void appendUnusual(long frame) {
        if (!Descriptor.isOffload(frame)) {
            enqueueIfFits(frame, Descriptor.length(frame));
        } else if (port.takesOffload()) {
            enqueueIfFits(frame, segmenter.segmentLength(frame));
        } else {
            segment(frame);
        }
    }

    private void segment(long frame) {
        int made = segmenter.segment(cache, frame, segments, SEGMENTS);
        if (made < 0) {
            drop(frame, DropReason.BAD_OFFLOAD);
            return;
        }
        counters.dropped(DropReason.POOL_EMPTY, segmenter.shortfall());
        for (int i = 0; i < made; i++) {
            enqueueIfFits(segments[i], Descriptor.length(segments[i]));
        }
    }

    private void enqueueIfFits(long frame, int length) {
        boolean beginsWithTag =
                !Descriptor.isTagged(frame) && EtherType.isTag(EthernetHeader.etherType(memory.frameAddress(frame)));
        int tag = beginsWithTag ? EthernetLayout.TAG_LENGTH : 0;
        if (length - tag <= maxFrame) {
            enqueue(frame);
        } else {
            drop(frame, DropReason.TX_OVER_MTU);
        }
    }

    private void transmit() {
        int waiting = count;
        long bytes = bytes(0, waiting);
        boolean isUp = port.status().canTransmit();
        long refused = counters.drops(DropReason.TX_REFUSED);
        int sent = isUp ? port.transmit(pending, waiting) : 0;
        refused -= counters.drops(DropReason.TX_REFUSED);
        counters.transmitted(sent + refused, sent == waiting ? bytes : bytes - bytes(sent, waiting));
        if (sent < waiting) {
            counters.dropped(port.status().canTransmit() ? DropReason.TX_FULL : DropReason.PORT_DOWN, waiting - sent);
            cache.free(pending, sent, waiting);
        }
        count = 0;
    }

    private long bytes(int from, int to) {
        long bytes = 0;
        for (int i = from; i < to; i++) {
            bytes += Descriptor.length(pending[i]);
        }
        return bytes;
    }

    private void drop(long frame, DropReason reason) {
        counters.dropped(reason, 1);
        cache.free(frame);
    }
}
