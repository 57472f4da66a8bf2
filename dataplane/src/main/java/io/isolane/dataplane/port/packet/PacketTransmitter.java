package io.isolane.dataplane.port.packet;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.dataplane.linux.Errno;
import io.isolane.dataplane.linux.MessageBatch;
import io.isolane.dataplane.linux.PacketSocket;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.kernel.DepartureHeads;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.lang.foreign.Arena;

/** Sends frames straight from their slots, a batch with each system call. Confined to its worker. */
final class PacketTransmitter {
    private static final int BATCH = 64;
    private static final int HEAD = 0;
    private static final int REST = 1;

    private final PacketSocket socket;
    private final DeviceStatus status;
    private final FrameMemory memory;
    private final FrameCache cache;
    private final PortCounters counters;
    private final DepartureHeads heads;
    private final MessageBatch batch;

    PacketTransmitter(Arena arena, PacketSocket socket, DeviceStatus status, PortContext context, int tpid) {
        this.socket = socket;
        this.status = status;
        this.memory = context.memory();
        this.cache = context.cache();
        this.counters = context.counters();
        this.heads = new DepartureHeads(arena, BATCH, memory, socket.virtioHeaderBytes(), tpid);
        this.batch = MessageBatch.forSending(arena, BATCH, 2);
    }

    int transmit(long[] frames, int count) {
        int taken = 0;
        while (taken < count) {
            int size = Math.min(BATCH, count - taken);
            int sent = send(frames, taken, size);
            cache.free(frames, taken, taken + sent);
            taken += sent;
            if (sent < size) {
                break;
            }
        }
        return taken;
    }

    /** Sends {@code frames[from..from+size)}; how many are done with, the refused ones too. */
    private int send(long[] frames, int from, int size) {
        for (int i = 0; i < size; i++) {
            describe(i, frames[from + i]);
        }
        int done = 0;
        while (done < size) {
            int sent = socket.send(batch, done, size);
            if (sent < 0 && !isRefused(-sent)) {
                break;
            }
            done += Math.max(sent, 1);
        }
        return done;
    }

    private void describe(int message, long frame) {
        int covered = DepartureHeads.covered(frame);
        batch.setVector(message, HEAD, heads.address(message), heads.write(message, frame));
        batch.setVector(message, REST, memory.frameAddress(frame) + covered, Descriptor.length(frame) - covered);
    }

    /** Whether the kernel refused this one frame and may take the next; otherwise what is the matter is noted. */
    private boolean isRefused(int errno) {
        return switch (errno) {
            case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, Errno.ENOMEM -> false;
            case Errno.ENETDOWN, Errno.ENXIO, Errno.ENODEV -> {
                status.look();
                yield false;
            }
            default -> {
                counters.dropped(DropReason.TX_REFUSED, 1);
                yield true;
            }
        };
    }
}
