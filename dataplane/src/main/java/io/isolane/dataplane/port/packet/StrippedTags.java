package io.isolane.dataplane.port.packet;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.VirtioNetHeader;

/**
 * Puts the tag that the kernel took out of a received frame back into the bytes, TPID and all, where it was on the wire.
 * Frames land with room for it, so only the two addresses move:
 *
 * <pre>
 *    landed          [ room | destination, source | EtherType | payload ]
 *    put back   [ destination, source | TPID, TCI | EtherType | payload ]
 * </pre>
 *
 * <p>Confined to its worker.
 */
final class StrippedTags {
    private final FrameMemory memory;

    StrippedTags(FrameMemory memory) {
        this.memory = memory;
    }

    /**
     * The frame as it was on the wire.
     *
     * @param frame has landed {@link Descriptor#SHIFTED}
     * @param tag TPID above TCI, or 0 for a frame whose bytes are complete
     */
    long restore(long frame, int tag) {
        if (tag != 0) {
            return putBack(frame, tag);
        }
        return isTaggedInBytes(frame) ? unshift(frame) : frame;
    }

    private long putBack(long frame, int tag) {
        long landed = memory.frameAddress(frame);
        long start = landed - EthernetLayout.TAG_LENGTH;
        long first = RawMemory.getLong(landed);
        int second = RawMemory.getInt(landed + Long.BYTES);
        RawMemory.putLong(start, first);
        RawMemory.putInt(start + Long.BYTES, second);
        EthernetHeader.writeTag(start + EthernetLayout.ADDRESSES_LENGTH, tag >>> 16, tag & 0xffff);
        if (Descriptor.isOffload(frame)) {
            VirtioNetHeader.moveChecksum(memory.virtioHeaderAddress(frame), EthernetLayout.TAG_LENGTH);
        }
        int length = Descriptor.length(frame) + EthernetLayout.TAG_LENGTH;
        return Descriptor.withLength(frame & ~Descriptor.SHIFTED, length);
    }

    /** A TPID that the kernel does not know stays in the bytes; the frame then starts where tagged frames do. */
    private long unshift(long frame) {
        long landed = memory.frameAddress(frame);
        RawMemory.copy(landed, landed - EthernetLayout.TAG_LENGTH, Descriptor.length(frame));
        return frame & ~Descriptor.SHIFTED;
    }

    private boolean isTaggedInBytes(long frame) {
        return Descriptor.length(frame) >= EthernetLayout.HEADER_LENGTH
                && EtherType.isTag(EthernetHeader.etherType(memory.frameAddress(frame)));
    }
}
