package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.VirtioNetHeader;

/**
 * Copies of frames that an access list has picked, on their way to the ports that watch. A copy has bytes of its own, since nobody
 * knows yet who else will hold the frame; one for which there is no slot is lost, and the frame never is. Confined to its worker.
 */
final class FrameCopies {
    private final FrameMemory memory;
    private final FrameCache cache;
    private final Outlets outlets;

    FrameCopies(FrameMemory memory, FrameCache cache, Outlets outlets) {
        this.memory = memory;
        this.cache = cache;
        this.outlets = outlets;
    }

    /** Sends a copy of {@code frame} to a port; {@code from} counts one that cannot be made or sent. */
    void send(long frame, int port, PortCounters from) {
        int length = Descriptor.length(frame);
        long slot = cache.allocate(length);
        if (slot == Descriptor.NONE) {
            from.dropped(DropReason.POOL_EMPTY, 1);
            return;
        }
        long copy = Descriptor.sameMarks(slot, frame) & ~Descriptor.INNER_TAG;
        RawMemory.copy(memory.frameAddress(frame), memory.frameAddress(copy), length);
        if (Descriptor.isOffload(frame)) {
            RawMemory.copy(memory.virtioHeaderAddress(frame), memory.virtioHeaderAddress(copy), VirtioNetHeader.LENGTH);
        }
        if (!outlets.append(port, copy, from)) {
            cache.free(copy);
        }
    }
}
