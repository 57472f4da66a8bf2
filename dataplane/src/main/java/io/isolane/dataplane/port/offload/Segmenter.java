package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;

/**
 * Turns a frame with a pending checksum or segmentation into finished frames, as a network card with checksum, TSO and USO
 * offload would: TCP over IPv4 and IPv6 is cut into segments, UDP into datagrams, any other internet checksum is filled in.
 *
 * <p>Neither allocates nor throws. Confined to its worker.
 */
public final class Segmenter {
    private static final long PLACE = Descriptor.SHIFTED | Descriptor.INNER_TAG;

    private final FrameMemory memory;
    private final OffloadRequest request = new OffloadRequest();
    private final SegmentHeaders headers = new SegmentHeaders();
    private int shortfall;

    public Segmenter(FrameMemory memory) {
        this.memory = memory;
    }

    /**
     * Finishes {@code frame}, whose descriptor says {@link Descriptor#OFFLOAD}. A tag beside it goes on beside every segment.
     * A shared frame is read and never written to; a frame of one owner may come out in its own slot.
     *
     * @param cache where segments are allocated and the frame is freed
     * @param out   takes the finished frames from index 0 on; the caller owns them
     * @param max   the most frames to make, at most the length of {@code out}
     * @return how many were made, and the frame is no longer the caller's; or a negative number that {@link OffloadFault#of}
     *     explains, and the frame is untouched and still the caller's
     */
    public int segment(FrameCache cache, long frame, long[] out, int max) {
        shortfall = 0;
        OffloadFault fault = read(frame);
        if (fault != OffloadFault.NONE) {
            return fault.result();
        }
        if (request.segments() > max) {
            return OffloadFault.TOO_MANY_SEGMENTS.result();
        }
        return request.segments() == 1 ? complete(cache, frame, out) : cut(cache, frame, out);
    }

    /** How many frames the last {@link #segment} did not make because the pool was dry: drops for the caller to count. */
    public int shortfall() {
        return shortfall;
    }

    /** Bytes of the longest frame that {@code frame} becomes, without a tag beside it: its own length if it would be refused. */
    public int segmentLength(long frame) {
        if (!Descriptor.isOffload(frame) || read(frame) != OffloadFault.NONE) {
            return Descriptor.length(frame);
        }
        return request.longestSegment();
    }

    private OffloadFault read(long frame) {
        return request.read(memory.virtioHeaderAddress(frame), memory.frameAddress(frame), Descriptor.length(frame));
    }

    private int complete(FrameCache cache, long frame, long[] out) {
        long own = Descriptor.isShared(frame) ? copy(cache, frame) : frame & ~Descriptor.OFFLOAD;
        if (own == Descriptor.NONE) {
            shortfall = 1;
            return 0;
        }
        if (request.needsChecksum()) {
            fillChecksum(memory.frameAddress(own), Descriptor.length(own));
        }
        out[0] = own;
        return 1;
    }

    /** Gives up a shared frame for a copy of it, if there is a slot. */
    private long copy(FrameCache cache, long frame) {
        int length = Descriptor.length(frame);
        long slot = allocateLike(frame, cache, length);
        if (slot != Descriptor.NONE) {
            RawMemory.copy(memory.frameAddress(frame), memory.frameAddress(slot), length);
        }
        cache.free(frame);
        return slot;
    }

    /** A checksum of zero is written as all ones, which is the same number and, to UDP, not its absence (RFC 768). */
    private void fillChecksum(long frame, int length) {
        int start = request.checksumStart();
        int sum = InternetChecksum.complement(InternetChecksum.sum(frame + start, length - start));
        RawMemory.putShortBigEndian(frame + request.checksumPosition(), (short) (sum == 0 ? 0xffff : sum));
    }

    private int cut(FrameCache cache, long frame, long[] out) {
        headers.begin(request, memory.frameAddress(frame), Descriptor.length(frame));
        int segments = request.segments();
        int made = 0;
        while (made < segments) {
            long segment = cut(cache, frame, made);
            if (segment == Descriptor.NONE) {
                break;
            }
            out[made++] = segment;
        }
        shortfall = segments - made;
        cache.free(frame);
        return made;
    }

    private long cut(FrameCache cache, long frame, int index) {
        int headerLength = request.headerLength();
        int from = headerLength + index * request.segmentSize();
        int payload = Math.min(request.segmentSize(), Descriptor.length(frame) - from);
        long segment = allocateLike(frame, cache, headerLength + payload);
        if (segment != Descriptor.NONE) {
            long source = memory.frameAddress(frame);
            long target = memory.frameAddress(segment);
            RawMemory.copy(source, target, headerLength);
            RawMemory.copy(source + from, target + headerLength, payload);
            headers.finish(target, headerLength + payload, index);
        }
        return segment;
    }

    /** A new frame with the same tag beside it and the same room for one. */
    private static long allocateLike(long frame, FrameCache cache, int length) {
        long slot = cache.allocate(length);
        if (slot == Descriptor.NONE) {
            return Descriptor.NONE;
        }
        long placed = slot | (frame & PLACE);
        return Descriptor.isTagged(frame) ? Descriptor.withTag(placed, Descriptor.tci(frame)) : placed;
    }
}
