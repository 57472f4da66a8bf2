package io.isolane.dataplane.port.kernel;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.port.offload.OffloadFault;
import io.isolane.dataplane.port.offload.OffloadRequest;
import io.isolane.dataplane.port.offload.VirtioNetHeader;

/**
 * Reads the virtio header that came with a frame. Who sends through a packet socket writes such a header himself and the
 * kernel passes it on, so it is checked against the frame. Confined to its worker.
 */
public final class ArrivalOffload {
    private final FrameMemory memory;
    private final OffloadRequest request = new OffloadRequest();

    public ArrivalOffload(FrameMemory memory) {
        this.memory = memory;
    }

    /**
     * The frame as its header describes it: with {@link Descriptor#OFFLOAD} when a checksum or segmentation is pending,
     * as it is when none is, {@link Descriptor#NONE} when the header is false and the frame still the caller's.
     */
    public long describe(long frame) {
        long header = memory.virtioHeaderAddress(frame);
        if (!VirtioNetHeader.needsChecksum(header) && VirtioNetHeader.gsoType(header) == VirtioNetHeader.GSO_NONE) {
            return frame;
        }
        OffloadFault fault = request.read(header, memory.frameAddress(frame), Descriptor.length(frame));
        return fault == OffloadFault.NONE ? frame | Descriptor.OFFLOAD : Descriptor.NONE;
    }
}
