package io.isolane.dataplane.port.kernel;

import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.offload.VirtioNetHeader;
import java.lang.foreign.Arena;

/**
 * What the kernel is given before the bytes of each departing frame: its virtio header and, where a tag travels beside
 * the frame, the two addresses and the tag. The frame itself is only read, so that ports can share it.
 *
 * <pre>
 *    untagged   [ virtio header ]                               frame from byte 0
 *    tagged     [ virtio header | destination, source | tag ]   frame from byte 12
 * </pre>
 *
 * <p>Confined to its worker; lives as long as its arena.
 */
public final class DepartureHeads {
    private static final int STRIDE = 64;

    private final FrameMemory memory;
    private final int virtioHeaderBytes;
    private final int tpid;
    private final long heads;

    /**
     * @param virtioHeaderBytes bytes of the device's virtio header: 12, 10, or 0 for a device that wants none
     * @param tpid TPID of the tags that are written
     */
    public DepartureHeads(Arena arena, int count, FrameMemory memory, int virtioHeaderBytes, int tpid) {
        this.memory = memory;
        this.virtioHeaderBytes = virtioHeaderBytes;
        this.tpid = tpid;
        this.heads = arena.allocate((long) count * STRIDE, STRIDE).address();
    }

    /** Writes the head of a frame; its bytes, which may be none. */
    public int write(int index, long frame) {
        if (virtioHeaderBytes > 0) {
            writeVirtioHeader(address(index), frame);
        }
        return Descriptor.isTagged(frame) ? writeTag(index, frame) : virtioHeaderBytes;
    }

    /** Where a head is, absolute. */
    public long address(int index) {
        return heads + (long) index * STRIDE;
    }

    /** Bytes of a frame that its head holds already, and that are not sent again. */
    public static int covered(long frame) {
        return Descriptor.isTagged(frame) ? EthernetLayout.ADDRESSES_LENGTH : 0;
    }

    private void writeVirtioHeader(long head, long frame) {
        if (!Descriptor.isOffload(frame)) {
            RawMemory.putLong(head, 0);
            RawMemory.putInt(head + Long.BYTES, 0);
            return;
        }
        long header = memory.virtioHeaderAddress(frame);
        RawMemory.putLong(head, RawMemory.getLong(header));
        RawMemory.putInt(head + Long.BYTES, RawMemory.getInt(header + Long.BYTES));
        if (Descriptor.isTagged(frame)) {
            VirtioNetHeader.moveChecksum(head, EthernetLayout.TAG_LENGTH);
        }
    }

    private int writeTag(int index, long frame) {
        long addresses = address(index) + virtioHeaderBytes;
        long bytes = memory.frameAddress(frame);
        RawMemory.putLong(addresses, RawMemory.getLong(bytes));
        RawMemory.putInt(addresses + Long.BYTES, RawMemory.getInt(bytes + Long.BYTES));
        EthernetHeader.writeTag(addresses + EthernetLayout.ADDRESSES_LENGTH, tpid, Descriptor.tci(frame));
        return virtioHeaderBytes + EthernetLayout.ADDRESSES_LENGTH + EthernetLayout.TAG_LENGTH;
    }
}
