package io.isolane.dataplane.pipeline;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.FrameKey;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;

/** Asks the access lists of a port about one frame, and has the copies made that they want. Confined to its worker. */
final class AccessControl {
    private final FrameMemory memory;
    private final FrameCopies copies;
    private final FrameKey key = new FrameKey();

    AccessControl(FrameMemory memory, FrameCopies copies) {
        this.memory = memory;
        this.copies = copies;
    }

    /** Goes on with a frame, of which these are known without reading its bytes behind the addresses. */
    AccessControl about(long destination, long source, int vid, int pcp) {
        key.read(destination, source, vid, pcp);
        return this;
    }

    /**
     * True if the frame may go on.
     *
     * @param seen the same frame with the tag that those see who get a copy
     * @param from counts copies that are lost
     */
    boolean admits(AccessFilter filter, long frame, long seen, PortCounters from) {
        int length = Descriptor.length(frame);
        if (filter.asksPacket()) {
            key.readPacket(memory.frameAddress(frame), length);
        }
        long judgement = filter.judge(key, length);
        for (long left = AccessFilter.copies(judgement); left != 0; left &= left - 1) {
            copies.send(seen, filter.target(Long.numberOfTrailingZeros(left)), from);
        }
        return AccessFilter.isPermitted(judgement);
    }
}
