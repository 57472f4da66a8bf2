package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.RateLimit;
import io.isolane.dataplane.guard.Policer;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.offload.Segmenter;
import io.isolane.dataplane.port.offload.WireSize;
import org.jspecify.annotations.Nullable;

/**
 * The way out to a port of this worker: what its access lists deny is dropped, what the port's MTU allows goes on whole, super-frames for a port that cannot take them are
 * segmented, what comes faster than the port's limit is dropped, and what the port does not take is counted and freed.
 */
final class PortOutlet extends Outlet {
    /** Segments of one super-frame: 64 KiB at an MSS of 256. */
    private static final int SEGMENTS = 256;

    /** Of {@link #maxFrame}: where there are access lists, no frame goes on without a look at it. */
    private static final int EVERY_FRAME_IS_UNUSUAL = -1;

    private final Port port;
    private final PortCounters counters;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final Segmenter segmenter;
    private final long[] segments = new long[SEGMENTS];
    private final WireSize size;
    private final Moment now;
    private final AccessControl access;
    private ExitLists lists = ExitLists.OFF;
    private int longest;
    private @Nullable Policer policer;

    PortOutlet(
            Port port, PortCounters counters, FrameMemory memory, FrameCache cache, Moment now, AccessControl access) {
        this.port = port;
        this.counters = counters;
        this.memory = memory;
        this.cache = cache;
        this.segmenter = new Segmenter(memory);
        this.size = new WireSize(memory);
        this.now = now;
        this.access = access;
    }

    /** How long a frame may be and how much may leave; what has been used of a limit that stays as it was remains used. */
    void restrict(int longest, RateLimit limit) {
        this.longest = longest;
        policer = Policer.keptOrNew(policer, limit, now.nanos);
        filter(lists);
    }

    /** Which frames may leave. */
    void filter(ExitLists exit) {
        lists = exit;
        maxFrame = exit.filter().isOff() ? longest : EVERY_FRAME_IS_UNUSUAL;
    }

    @Override
    void appendUnusual(long frame, PortCounters from) {
        if (!lists.filter().isOff() && !isPermitted(frame, from)) {
            drop(frame, DropReason.ACCESS_LIST_OUT);
        } else if (!Descriptor.isOffload(frame)) {
            enqueueIfFits(frame, Descriptor.length(frame), from);
        } else if (port.takesOffload()) {
            enqueueIfFits(frame, segmenter.segmentLength(frame), from);
        } else {
            segment(frame, from);
        }
    }

    private boolean isPermitted(long frame, PortCounters from) {
        long address = memory.frameAddress(frame);
        int tci = Descriptor.isTagged(frame) && !lists.isTransparent() ? Descriptor.tci(frame) : 0;
        int vid = TagControl.vid(tci) == TagControl.PRIORITY_VID ? lists.untaggedVid() : TagControl.vid(tci);
        return access.about(
                        EthernetHeader.destination(address), EthernetHeader.source(address), vid, TagControl.pcp(tci))
                .admits(lists.filter(), frame, frame, from);
    }

    private void segment(long frame, PortCounters from) {
        int made = segmenter.segment(cache, frame, segments, SEGMENTS);
        if (made < 0) {
            drop(frame, DropReason.BAD_OFFLOAD);
            return;
        }
        counters.dropped(DropReason.POOL_EMPTY, segmenter.shortfall());
        for (int i = 0; i < made; i++) {
            enqueueIfFits(segments[i], Descriptor.length(segments[i]), from);
        }
    }

    private void enqueueIfFits(long frame, int length, PortCounters from) {
        boolean beginsWithTag =
                !Descriptor.isTagged(frame) && EtherType.isTag(EthernetHeader.etherType(memory.frameAddress(frame)));
        int tag = beginsWithTag ? EthernetLayout.TAG_LENGTH : 0;
        if (length - tag <= longest) {
            enqueue(frame, from);
        } else {
            drop(frame, DropReason.TX_OVER_MTU);
        }
    }

    @Override
    void flush(PortCounters from) {
        boolean isUp = port.status().canTransmit();
        if (policer != null && isUp) {
            police(policer);
        }
        int waiting = count;
        long all = bytes;
        long refused = counters.drops(DropReason.TX_REFUSED);
        int sent = isUp ? port.transmit(pending, waiting) : 0;
        refused -= counters.drops(DropReason.TX_REFUSED);
        counters.transmitted(sent + refused, sent == waiting ? all : all - bytes(sent, waiting));
        if (sent < waiting) {
            counters.dropped(port.status().canTransmit() ? DropReason.TX_FULL : DropReason.PORT_DOWN, waiting - sent);
            cache.free(pending, sent, waiting);
        }
        count = 0;
        bytes = 0;
    }

    private void police(Policer limit) {
        limit.refill(now.nanos);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            size.measure(pending[i]);
            if (limit.admits(size.frames(), size.bytes())) {
                pending[kept++] = pending[i];
            } else {
                drop(pending[i], DropReason.RATE_LIMIT_OUT);
            }
        }
        count = kept;
        bytes = bytes(0, kept);
    }

    private long bytes(int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += Descriptor.length(pending[i]);
        }
        return sum;
    }

    private void drop(long frame, DropReason reason) {
        counters.dropped(reason, 1);
        cache.free(frame);
    }
}
