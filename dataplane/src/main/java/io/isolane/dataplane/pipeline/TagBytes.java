package io.isolane.dataplane.pipeline;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.VirtioNetHeader;

/**
 * Takes a tag out of a frame's bytes, or puts one in. The two addresses move, not the payload, where the frame's place leaves
 * room for it. The caller owns the frame alone.
 */
final class TagBytes {
    private static final int TAG = EthernetLayout.TAG_LENGTH;
    private static final int ADDRESSES = EthernetLayout.ADDRESSES_LENGTH;

    private final FrameMemory memory;

    TagBytes(FrameMemory memory) {
        this.memory = memory;
    }

    /** The frame without the tag in its bytes, which is there. */
    long popped(long frame) {
        long address = memory.frameAddress(frame);
        int length = Descriptor.length(frame) - TAG;
        follow(frame, -TAG);
        if (Descriptor.isShifted(frame)) {
            RawMemory.copy(address + ADDRESSES + TAG, address + ADDRESSES, length - ADDRESSES);
            return Descriptor.withLength(frame, length);
        }
        RawMemory.copy(address, address + TAG, ADDRESSES);
        return Descriptor.withLength(frame, length) | Descriptor.SHIFTED;
    }

    /** The frame with the tag that travels beside it in its bytes; {@link Descriptor#NONE} if there is no room. */
    long pushed(long frame, int tpid) {
        int length = Descriptor.length(frame) + TAG;
        if (length > memory.capacity(frame)) {
            return Descriptor.NONE;
        }
        long address = memory.frameAddress(frame);
        long start = Descriptor.isShifted(frame) ? address - TAG : address;
        if (Descriptor.isShifted(frame)) {
            RawMemory.copy(address, start, ADDRESSES);
        } else {
            RawMemory.copy(address + ADDRESSES, address + ADDRESSES + TAG, Descriptor.length(frame) - ADDRESSES);
        }
        EthernetHeader.writeTag(start + ADDRESSES, tpid, Descriptor.tci(frame));
        follow(frame, TAG);
        return Descriptor.withLength(Descriptor.withoutTag(frame) & ~Descriptor.SHIFTED, length);
    }

    private void follow(long frame, int bytes) {
        if (Descriptor.isOffload(frame)) {
            VirtioNetHeader.moveChecksum(memory.virtioHeaderAddress(frame), bytes);
        }
    }
}
