package io.isolane.dataplane.port.ring;

import io.isolane.core.counter.DropReason;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.lang.foreign.Arena;
import org.jspecify.annotations.Nullable;

/**
 * A port that is two rings of descriptors: what its {@link VirtualNic} sends and what it is to receive. Zero-copy both ways.
 *
 * <p>Descriptors from the other side are validated here, once. A frame that is still shared, because the NIC received it in a flood and
 * sends it on, is copied: inside the switch every frame that enters has one owner.
 */
public final class RingPort implements Port {
    /** Descriptors of each ring, unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 1024;

    /** Kept in stock by each end of a NIC: little, since a switch may have a thousand of them and one pool. */
    private static final int MAGAZINES = 2;

    private static final long INNER_MARKS = Descriptor.INNER_TAG;

    private final String name;
    private final SpscRing sent;
    private final SpscRing delivered;
    private final VirtualNic nic;
    private @Nullable PortContext context;
    private volatile PortStatus status = PortStatus.UP;

    /**
     * A port and its NIC.
     *
     * @param capacity descriptors of each ring, a power of two
     */
    public RingPort(String name, FramePool pool, int capacity) {
        this(name, pool, capacity, pool.newCache(MAGAZINES), pool.newCache(MAGAZINES));
    }

    /** As the other, for a NIC whose sender and receiver use these caches: one and the same if they are one thread. */
    public RingPort(String name, FramePool pool, int capacity, FrameCache sender, FrameCache receiver) {
        this.name = name;
        Arena arena = Arena.ofAuto();
        this.sent = new SpscRing(arena, capacity);
        this.delivered = new SpscRing(arena, capacity);
        this.nic = new VirtualNic(pool.memory(), sent, delivered, sender, receiver);
    }

    /** The other end. */
    public VirtualNic nic() {
        return nic;
    }

    /** What the NIC has sent and nobody has taken yet: for a switch that is not written in Java, and takes it itself. */
    public SpscRing sent() {
        return sent;
    }

    /** What the NIC is to receive: as {@link #sent}, the other way. */
    public SpscRing delivered() {
        return delivered;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext worker) {
        context = worker;
        nic.wakeup(worker.wakeup());
    }

    @Override
    public int receive(long[] frames, int max) {
        PortContext worker = context;
        if (worker == null || !status.canTransmit()) {
            return 0;
        }
        FrameMemory memory = worker.memory();
        int taken = sent.poll(frames, max);
        return memory.areUsual(frames, taken) ? taken : checked(frames, taken, worker);
    }

    private static int checked(long[] frames, int taken, PortContext worker) {
        FrameMemory memory = worker.memory();
        int kept = 0;
        for (int i = 0; i < taken; i++) {
            long frame = frames[i] & ~INNER_MARKS;
            long own = memory.contains(frame) ? frame : reject(worker);
            own = Descriptor.isShared(own) ? copied(own, worker) : own;
            frames[kept] = own;
            kept += own == Descriptor.NONE ? 0 : 1;
        }
        return kept;
    }

    @Override
    public int transmit(long[] frames, int count) {
        return delivered.offer(frames, 0, count);
    }

    @Override
    public PortStatus status() {
        return status;
    }

    /**
     * Takes the link down or brings it up again, as pulling the cable would: what the NIC sends meanwhile waits in its ring. Any
     * thread.
     */
    public void link(boolean up) {
        status = up ? PortStatus.UP : PortStatus.linkDown("the NIC's link is down");
        nic.wake();
    }

    @Override
    public boolean isReady() {
        return sent.size() > 0 && status.canTransmit();
    }

    /** Frees what lies in the rings; the NIC must not be used any more. */
    @Override
    public void close() {
        PortContext worker = context;
        nic.detach();
        if (worker != null) {
            drain(sent, worker);
            drain(delivered, worker);
        }
    }

    private static void drain(SpscRing ring, PortContext worker) {
        long[] one = new long[1];
        while (ring.poll(one, 1) == 1) {
            if (worker.memory().contains(one[0])) {
                worker.cache().free(one[0]);
            }
        }
    }

    private static long reject(PortContext worker) {
        worker.counters().dropped(DropReason.BAD_DESCRIPTOR, 1);
        return Descriptor.NONE;
    }

    private static long copied(long shared, PortContext worker) {
        int length = Descriptor.length(shared);
        long copy = worker.cache().allocate(length);
        if (copy == Descriptor.NONE) {
            worker.counters().dropped(DropReason.POOL_EMPTY, 1);
        } else {
            FrameMemory memory = worker.memory();
            copy = Descriptor.sameMarks(copy, shared);
            RawMemory.copy(memory.frameAddress(shared), memory.frameAddress(copy), length);
            RawMemory.copy(memory.virtioHeaderAddress(shared), memory.virtioHeaderAddress(copy), 12);
        }
        worker.cache().free(shared);
        return copy;
    }
}
