package io.isolane.tools.bench.device;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.tester.TestPort;

/**
 * An end of a port in memory whose frames lie in the memory of another switch: each is copied on its way, in either direction. Confined to the thread of its
 * NIC and of its stock.
 */
final class CopyingPort implements TestPort {
    private static final int BATCH = 64;

    private final VirtualNic nic;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final long[] batch = new long[BATCH];

    /** A port of one switch for frames in the {@code memory} of the other, which come from and go to {@code cache}. */
    CopyingPort(VirtualNic nic, FrameMemory memory, FrameCache cache) {
        this.nic = nic;
        this.memory = memory;
        this.cache = cache;
    }

    @Override
    public int send(long[] frames, int count) {
        int sent = 0;
        while (sent < count && send(frames[sent])) {
            cache.free(frames[sent]);
            sent++;
        }
        return sent;
    }

    @Override
    public int receive(long[] frames, int max) {
        int count = nic.receive(batch, Math.min(max, BATCH));
        int received = 0;
        for (int i = 0; i < count; i++) {
            long slot = cache.allocate(Descriptor.length(batch[i]));
            if (slot != Descriptor.NONE) {
                long copy = Descriptor.sameMarks(slot, batch[i]);
                RawMemory.copy(nic.address(batch[i]), memory.frameAddress(copy), Descriptor.length(copy));
                frames[received++] = copy;
            }
        }
        nic.free(batch, count);
        return received;
    }

    private boolean send(long frame) {
        long slot = nic.allocate(Descriptor.length(frame));
        if (slot == Descriptor.NONE) {
            return false;
        }
        long copy = Descriptor.sameMarks(slot, frame);
        RawMemory.copy(memory.frameAddress(frame), nic.address(copy), Descriptor.length(frame));
        if (!nic.send(copy)) {
            nic.discard(copy);
            return false;
        }
        return true;
    }
}
