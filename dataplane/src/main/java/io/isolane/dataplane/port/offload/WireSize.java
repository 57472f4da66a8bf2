package io.isolane.dataplane.port.offload;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;

/**
 * How much a descriptor stands for on a wire: one frame, or, for a super-frame, all that it will be cut into, headers and all. One that
 * asks for what cannot be is measured as it lies there. Confined to its worker.
 */
public final class WireSize {
    private final FrameMemory memory;
    private final OffloadRequest request = new OffloadRequest();
    private int frames;
    private int bytes;

    /** Measures frames that lie in {@code memory}. */
    public WireSize(FrameMemory memory) {
        this.memory = memory;
    }

    /** Measures a frame; the answers hold until the next one. */
    public void measure(long frame) {
        frames = 1;
        bytes = Descriptor.length(frame);
        if (Descriptor.isOffload(frame)) {
            measureSegments(frame);
        }
    }

    public int frames() {
        return frames;
    }

    /** Bytes of all the frames, without tags beside them and without frame check sequence. */
    public int bytes() {
        return bytes;
    }

    private void measureSegments(long frame) {
        OffloadFault fault = request.read(memory.virtioHeaderAddress(frame), memory.frameAddress(frame), bytes);
        if (fault == OffloadFault.NONE) {
            frames = request.segments();
            bytes += (frames - 1) * request.headerLength();
        }
    }
}
