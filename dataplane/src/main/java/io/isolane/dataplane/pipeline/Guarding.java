package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.guard.EntryPolicing;
import io.isolane.dataplane.guard.PacketInspection;
import io.isolane.dataplane.port.offload.WireSize;
import org.jspecify.annotations.Nullable;

/**
 * The stage between admission and learning, for ports that have guards: what one of them refuses teaches the table nothing. Storm control of
 * unknown unicast is the exception, since only the lookup knows it; its stations have been heard by then.
 *
 * <p>What a guard knows of a port lasts until the port goes or that guard is set otherwise. Confined to its worker.
 */
final class Guarding {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Moment now;
    private final FrameMemory memory;
    private final WireSize size;
    private final PacketInspection packets;
    private final Drops drops;
    private final @Nullable PortGuard[] guards = new PortGuard[MacTable.MAX_PORTS];

    /** Why frames of the batch are refused, for as long as one guard looks at them. */
    private final @Nullable DropReason[] refusals = new DropReason[Batch.CAPACITY];

    /** What stands guard at one port, and what it was told. */
    private static final class PortGuard {
        private PortGuards settings = PortGuards.NONE;
        private final EntryPolicing policing = new EntryPolicing();
    }

    Guarding(Moment now, FrameMemory memory, PacketInspection packets, Drops drops) {
        this.now = now;
        this.memory = memory;
        this.size = new WireSize(memory);
        this.packets = packets;
        this.drops = drops;
    }

    /** Forgets a port that is gone. */
    void forget(int port) {
        guards[port] = null;
    }

    /** After admission. */
    void guard(Batch batch, PortCounters counters) {
        PortGuard guard = settled(batch);
        guard.policing.refill(now.nanos);
        if (!admitAll(guard, batch)) {
            police(guard, batch, counters);
        }
        if (guard.settings.inspectsPackets()) {
            inspectPackets(batch, counters);
        }
    }

    /** After the lookup. */
    void guardUnknown(Batch batch, PortCounters counters) {
        PortGuard guard = guards[batch.ingress];
        if (guard == null || !guard.policing.limitsUnknown()) {
            return;
        }
        boolean isAnyRefused = false;
        for (int i = 0; i < batch.count; i++) {
            if (batch.egress[i] == MacTable.UNKNOWN) {
                isAnyRefused |= note(i, policeUnknown(guard, batch.frames[i]));
            }
        }
        if (isAnyRefused) {
            dropRefused(batch, counters);
        }
    }

    /** The common case, all frames at once: nothing is to be looked at but their lengths. */
    private static boolean admitAll(PortGuard guard, Batch batch) {
        long marks = 0;
        long destinations = 0;
        int bytes = 0;
        for (int i = 0; i < batch.count; i++) {
            marks |= batch.frames[i];
            destinations |= batch.destinations[i];
            bytes += Descriptor.length(batch.frames[i]);
        }
        return guard.policing.admitAll(
                MacAddress.isGroup(destinations), Descriptor.isOffload(marks), batch.count, bytes);
    }

    private void police(PortGuard guard, Batch batch, PortCounters counters) {
        boolean isAnyRefused = false;
        for (int i = 0; i < batch.count; i++) {
            size.measure(batch.frames[i]);
            long destination = MacTable.mac(batch.destinations[i]);
            isAnyRefused |= note(i, guard.policing.inspect(destination, size.frames(), size.bytes()));
        }
        if (isAnyRefused) {
            dropRefused(batch, counters);
        }
    }

    private @Nullable DropReason policeUnknown(PortGuard guard, long frame) {
        size.measure(frame);
        return guard.policing.inspectUnknown(size.frames(), size.bytes());
    }

    private void inspectPackets(Batch batch, PortCounters counters) {
        packets.batch(batch.state, batch.ingress, now.nanos / NANOS_PER_MILLI);
        boolean isAnyRefused = false;
        for (int i = 0; i < batch.count; i++) {
            long frame = batch.frames[i];
            isAnyRefused |= note(
                    i,
                    packets.inspect(
                            memory.frameAddress(frame),
                            Descriptor.length(frame),
                            batch.sources[i],
                            batch.destinations[i]));
        }
        if (isAnyRefused) {
            dropRefused(batch, counters);
        }
    }

    private boolean note(int i, @Nullable DropReason refusal) {
        if (refusal == null) {
            return false;
        }
        refusals[i] = refusal;
        return true;
    }

    private void dropRefused(Batch batch, PortCounters counters) {
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            DropReason refusal = refusals[i];
            refusals[i] = null;
            if (refusal == null) {
                batch.egress[kept] = batch.egress[i];
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], refusal, counters);
            }
        }
        batch.count = kept;
    }

    @SuppressWarnings("ReferenceEquality") // another object is looked at once, whatever it says
    private PortGuard settled(Batch batch) {
        PortGuard guard = guards[batch.ingress];
        if (guard == null) {
            guard = new PortGuard();
            guards[batch.ingress] = guard;
        }
        if (guard.settings != batch.port.guards()) {
            guard.settings = batch.port.guards();
            guard.policing.configure(guard.settings, now.nanos);
        }
        return guard;
    }
}
