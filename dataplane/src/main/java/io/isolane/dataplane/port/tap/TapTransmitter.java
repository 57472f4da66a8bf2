package io.isolane.dataplane.port.tap;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.linux.Errno;
import io.isolane.dataplane.linux.IoVectors;
import io.isolane.dataplane.linux.TapDevice;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.kernel.DepartureHeads;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.lang.foreign.Arena;

/** Writes frames to a TAP device straight from their slots, one system call each. Confined to its worker. */
final class TapTransmitter {
    private static final int HEAD = 0;
    private static final int REST = 1;

    private final TapDevice device;
    private final DeviceStatus status;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final PortCounters counters;
    private final DepartureHeads heads;
    private final IoVectors vectors;

    TapTransmitter(Arena arena, TapDevice device, DeviceStatus status, PortContext context, int tpid) {
        this.device = device;
        this.status = status;
        this.memory = context.memory();
        this.cache = context.cache();
        this.counters = context.counters();
        this.heads = new DepartureHeads(arena, 1, memory, device.virtioHeaderBytes(), tpid);
        this.vectors = new IoVectors(arena, 2);
    }

    int transmit(long[] frames, int count) {
        for (int i = 0; i < count; i++) {
            int written = write(frames[i]);
            if (written < 0 && !isRefused(-written)) {
                return i;
            }
            cache.free(frames[i]);
        }
        return count;
    }

    private int write(long frame) {
        int covered = DepartureHeads.covered(frame);
        vectors.set(HEAD, heads.address(0), heads.write(0, frame));
        vectors.set(REST, memory.frameAddress(frame) + covered, Descriptor.length(frame) - covered);
        return device.write(vectors, REST + 1);
    }

    /** Whether the device refused this one frame and may take the next; otherwise what is the matter is noted. */
    private boolean isRefused(int errno) {
        return switch (errno) {
            case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, Errno.ENOMEM -> false;
            case Errno.EIO -> {
                status.look();
                yield false;
            }
            case Errno.EBADFD -> {
                status.fail("the TAP device " + device.link() + " was deleted");
                yield false;
            }
            default -> {
                counters.dropped(DropReason.TX_REFUSED, 1);
                yield true;
            }
        };
    }
}
