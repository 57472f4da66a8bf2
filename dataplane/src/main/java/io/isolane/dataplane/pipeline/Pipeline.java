package io.isolane.dataplane.pipeline;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortState;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.ring.SpscRing;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.guard.PacketInspection;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.Wakeup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The stages of one worker, and the ways out of it. A batch is taken from a port, run to completion and handed to the ports it is
 * for before the next one begins. Confined to its worker; allocates nothing once ports are connected.
 */
public final class Pipeline {
    /** In the number of a way through the stages. */
    private static final int GUARDED = 1;

    private static final int SECURED = 2;

    private final FrameMemory memory;
    private final FrameCache cache;
    private final Outlets outlets = new Outlets(MacTable.MAX_PORTS);
    private final Batch batch = new Batch();
    private final long[] arrivals = new long[Batch.CAPACITY * WorkerOutlet.ITEMS_PER_FRAME];
    private final Moment now = new Moment();
    private final Guarding guarding;
    private final AccessControl access;
    private final Stage[][] ways;
    private final Stage[][] filteredWays;
    private final boolean securesAll;

    /** As the other; no guard puts a port down. */
    public Pipeline(FrameMemory memory, FrameCache cache, MacTable table, Bindings bindings) {
        this(memory, cache, table, bindings, (port, nanos) -> {});
    }

    /** Stages that learn into {@code table} and {@code bindings}, free into {@code cache} and have ports put down by {@code shutdown}. */
    public Pipeline(FrameMemory memory, FrameCache cache, MacTable table, Bindings bindings, PortShutdown shutdown) {
        Drops drops = new Drops(cache);
        this.memory = memory;
        this.cache = cache;
        this.guarding = new Guarding(now, memory, new PacketInspection(bindings), drops);
        this.access = new AccessControl(memory, new FrameCopies(memory, cache, outlets));
        Stage filtering = new Filtering(access, drops);
        Stage admission = new Admission(memory, new EntryRules(memory), drops);
        Learning learning = new Learning(table, drops);
        Stage securing = new Securing(table, learning, drops, shutdown);
        Stage lookup = new Lookup(table);
        Stage delivery = new Delivery(outlets, new Replication(memory, outlets, drops), drops);
        this.ways = new Stage[][] {
            {admission, learning, lookup, delivery},
            {admission, guarding::guard, learning, lookup, guarding::guardUnknown, delivery},
            {admission, securing, lookup, delivery},
            {admission, guarding::guard, securing, lookup, guarding::guardUnknown, delivery}
        };
        this.filteredWays =
                Arrays.stream(ways).map(way -> filtered(way, filtering)).toArray(Stage[][]::new);
        this.securesAll = table.limitsMoves();
    }

    /** Makes {@code port} the way out to its index. */
    public void connect(int index, Port port, PortCounters counters) {
        outlets.set(index, new PortOutlet(port, counters, memory, cache, now, access));
    }

    /**
     * Says what may leave on a port that is connected.
     *
     * @param maxFrame longest frame in bytes, a tag not counted
     * @param limit what the frames are held to
     */
    public void restrict(int index, int maxFrame, RateLimit limit) {
        outlets.restrict(index, maxFrame, limit);
    }

    /** Says by which access lists frames may leave on a port that is connected. */
    public void filter(int index, ExitLists lists) {
        outlets.filter(index, lists);
    }

    /** Makes {@code ring} the way to the port with this index, which another worker has, and {@code wakeup} what wakes that one. */
    public void connect(int index, SpscRing ring, Wakeup wakeup) {
        outlets.set(index, new WorkerOutlet(index, ring, wakeup, cache));
    }

    public void disconnect(int index) {
        outlets.set(index, null);
        guarding.forget(index);
    }

    /** Lets time pass: nanoseconds, for what is limited by the second. */
    public void advanceTo(long nanos) {
        now.nanos = nanos;
    }

    /** Takes one batch from {@code port}, for {@link #forward}, of {@code max} frames at most; returns how many it is. */
    public int receive(Port port, int max) {
        return port.receive(batch.frames, max);
    }

    /**
     * Moves the batch that was received.
     *
     * @param count its frames, at least one
     * @param index the index in {@code state} of the port it came from
     * @param state read after the batch was received, so that what was sent after a change finds the change
     * @param millis the time, for the MAC table
     */
    public void forward(int count, int index, PortCounters counters, ForwardingState state, int millis) {
        counters.received(count, bytes(count));
        batch.count = count;
        batch.ingress = index;
        batch.state = state;
        batch.port = state.port(index);
        batch.millis = millis;
        for (Stage stage : stages(batch.port)) {
            stage.run(batch, counters);
        }
    }

    /** What a port's frames go through: a guard that is off has no stage. */
    Stage[] stages(PortState port) {
        boolean isSecured = securesAll || port.stations().isOn();
        int way = (port.isGuarded() ? GUARDED : 0) + (isSecured ? SECURED : 0);
        return (port.entry().isOff() ? ways : filteredWays)[way];
    }

    /** The same stages with one more behind admission. */
    private static Stage[] filtered(Stage[] way, Stage filtering) {
        List<Stage> stages = new ArrayList<>(List.of(way));
        stages.add(1, filtering);
        return stages.toArray(Stage[]::new);
    }

    /** Takes one batch from {@code port} and drops it, since the port was down when it was sent; returns how many frames that is. */
    public int discard(Port port, PortCounters counters) {
        int count = receive(port, Batch.CAPACITY);
        counters.received(count, bytes(count));
        counters.dropped(DropReason.SENT_WHILE_DOWN, count);
        cache.free(batch.frames, 0, count);
        return count;
    }

    /** Takes frames that another worker's ports received for ports of this one; returns how many. */
    public int collect(SpscRing ring, PortCounters counters) {
        int items = ring.poll(arrivals, arrivals.length);
        for (int i = 0; i < items; i += WorkerOutlet.ITEMS_PER_FRAME) {
            if (!outlets.append((int) arrivals[i + 1], arrivals[i], counters)) {
                counters.dropped(DropReason.PORT_DOWN, 1);
                cache.free(arrivals[i]);
            }
        }
        outlets.flush(counters);
        return items / WorkerOutlet.ITEMS_PER_FRAME;
    }

    /** Frames that wait in a ring for {@link #collect}. */
    public int framesIn(SpscRing ring) {
        return ring.size() / WorkerOutlet.ITEMS_PER_FRAME;
    }

    private long bytes(int count) {
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += Descriptor.length(batch.frames[i]);
        }
        return bytes;
    }
}
