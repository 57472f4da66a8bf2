package io.isolane.dataplane.port.packet;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.SlotClass;
import io.isolane.dataplane.linux.Errno;
import io.isolane.dataplane.linux.MessageBatch;
import io.isolane.dataplane.linux.PacketSocket;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.kernel.ArrivalOffload;
import io.isolane.dataplane.port.kernel.ArrivalPlaces;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.lang.foreign.Arena;

/**
 * Receives frames straight into slots, a batch with each system call. Confined to its worker.
 */
final class PacketReceiver implements AutoCloseable {
    private static final int MAX_BATCH = 32;
    private static final int LEAST_BATCH = 4;
    /** One port keeps no more than this part of all large slots ready. */
    private static final int SHARE_OF_LARGE = 16;

    private static final int HEADER = 0;
    private static final int FIRST = 1;
    private static final int OVERFLOW = 2;

    private final PacketSocket socket;
    private final DeviceStatus status;
    private final FrameCache cache;
    private final PortCounters counters;
    private final ArrivalPlaces places;
    private final ArrivalOffload offload;
    private final StrippedTags tags;
    private final MessageBatch batch;
    private final int headerBytes;

    PacketReceiver(Arena arena, PacketSocket socket, DeviceStatus status, PortContext context) {
        FrameMemory memory = context.memory();
        int size = Math.clamp(memory.slots(SlotClass.LARGE) / SHARE_OF_LARGE, LEAST_BATCH, MAX_BATCH);
        this.socket = socket;
        this.status = status;
        this.cache = context.cache();
        this.counters = context.counters();
        this.places = new ArrivalPlaces(memory, cache, size, true);
        this.offload = new ArrivalOffload(memory);
        this.tags = new StrippedTags(memory);
        this.batch = MessageBatch.forReceiving(arena, size, OVERFLOW + 1);
        this.headerBytes = socket.virtioHeaderBytes();
    }

    int receive(long[] frames, int max) {
        int taken = 0;
        int left = max;
        while (left > 0) {
            int wanted = prepare(Math.min(left, batch.capacity()));
            int received = wanted == 0 ? 0 : socket.receive(batch, wanted);
            if (received < 0) {
                stop(received);
                break;
            }
            taken = describe(received, frames, taken);
            left -= received;
            if (received < batch.capacity()) {
                break;
            }
        }
        if (taken == 0) {
            status.lookIfDue();
        }
        return taken;
    }

    @Override
    public void close() {
        places.close();
    }

    private int prepare(int wanted) {
        int ready = places.prepare(wanted);
        for (int i = 0; i < ready; i++) {
            batch.setVector(i, HEADER, places.virtioHeader(i), headerBytes);
            batch.setVector(i, FIRST, places.first(i), ArrivalPlaces.FIRST_BYTES);
            if (places.hasOverflow(i)) {
                batch.setVector(i, OVERFLOW, places.overflow(i), places.overflowBytes());
            }
            batch.setVectorCount(i, places.hasOverflow(i) ? OVERFLOW + 1 : OVERFLOW);
        }
        return ready;
    }

    private int describe(int received, long[] frames, int from) {
        int taken = from;
        for (int i = 0; i < received; i++) {
            long frame = describe(i);
            if (frame != Descriptor.NONE) {
                frames[taken++] = frame;
            }
        }
        return taken;
    }

    private long describe(int message) {
        if (batch.isCut(message)) {
            counters.dropped(DropReason.POOL_EMPTY, 1);
            return Descriptor.NONE;
        }
        long frame = places.take(message, batch.bytes(message) - headerBytes);
        long described = offload.describe(frame);
        if (described == Descriptor.NONE) {
            counters.dropped(DropReason.BAD_OFFLOAD, 1);
            cache.free(frame);
            return Descriptor.NONE;
        }
        return tags.restore(described, batch.strippedTag(message));
    }

    private void stop(int result) {
        switch (-result) {
            case Errno.EAGAIN, Errno.EINTR, Errno.ENOBUFS, Errno.ENOMEM -> {}
            case Errno.ENETDOWN, Errno.ENODEV, Errno.ENXIO -> status.look();
            default -> status.fail("receiving from " + socket.link() + " failed: " + Errno.describe(-result));
        }
    }
}
