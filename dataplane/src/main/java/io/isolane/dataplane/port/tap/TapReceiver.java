package io.isolane.dataplane.port.tap;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.dataplane.linux.Errno;
import io.isolane.dataplane.linux.IoVectors;
import io.isolane.dataplane.linux.TapDevice;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.kernel.ArrivalOffload;
import io.isolane.dataplane.port.kernel.ArrivalPlaces;
import io.isolane.dataplane.port.kernel.DeviceStatus;
import java.lang.foreign.Arena;

/**
 * Reads frames from a TAP device straight into slots, one system call each. Tags are in the bytes, so frames land
 * unshifted. Confined to its worker.
 */
final class TapReceiver implements AutoCloseable {
    private static final int HEADER = 0;
    private static final int FIRST = 1;
    private static final int OVERFLOW = 2;

    private final TapDevice device;
    private final DeviceStatus status;
    private final FrameCache cache;
    private final PortCounters counters;
    private final ArrivalPlaces places;
    private final ArrivalOffload offload;
    private final IoVectors vectors;
    private final int headerBytes;

    TapReceiver(Arena arena, TapDevice device, DeviceStatus status, PortContext context) {
        this.device = device;
        this.status = status;
        this.cache = context.cache();
        this.counters = context.counters();
        this.places = new ArrivalPlaces(context.memory(), context.cache(), 1, false);
        this.offload = new ArrivalOffload(context.memory());
        this.vectors = new IoVectors(arena, 3);
        this.headerBytes = device.virtioHeaderBytes();
    }

    int receive(long[] frames, int max) {
        int taken = 0;
        for (int i = 0; i < max && places.prepare(1) == 1; i++) {
            int bytes = read();
            if (bytes < headerBytes) {
                stop(bytes);
                break;
            }
            long frame = describe(bytes - headerBytes);
            if (frame != Descriptor.NONE) {
                frames[taken++] = frame;
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

    private int read() {
        vectors.set(HEADER, places.virtioHeader(0), headerBytes);
        vectors.set(FIRST, places.first(0), ArrivalPlaces.FIRST_BYTES);
        if (!places.hasOverflow(0)) {
            return device.read(vectors, OVERFLOW);
        }
        vectors.set(OVERFLOW, places.overflow(0), places.overflowBytes());
        return device.read(vectors, OVERFLOW + 1);
    }

    private long describe(int length) {
        if (!places.hasOverflow(0) && length == ArrivalPlaces.FIRST_BYTES) {
            // The device does not say that a frame was cut: one that filled its place may have been.
            counters.dropped(DropReason.POOL_EMPTY, 1);
            return Descriptor.NONE;
        }
        long frame = places.take(0, length);
        if (headerBytes == 0) {
            return frame;
        }
        long described = offload.describe(frame);
        if (described == Descriptor.NONE) {
            counters.dropped(DropReason.BAD_OFFLOAD, 1);
            cache.free(frame);
        }
        return described;
    }

    private void stop(int result) {
        if (result == -Errno.EBADFD) {
            status.fail("the TAP device " + device.link() + " was deleted");
        } else if (result != -Errno.EAGAIN && result != -Errno.EINTR) {
            status.fail("reading from " + device.link() + " failed: " + Errno.describe(-result));
        }
    }
}
