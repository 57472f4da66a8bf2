package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
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
        packets.batch(batch.state, batch.ingress, now.nanos / NANOS_PER_MILLI);
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            DropReason refusal = inspect(guard, batch, i);
            if (refusal == null) {
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], refusal, counters);
            }
        }
        batch.count = kept;
    }

    /** After the lookup. */
    void guardUnknown(Batch batch, PortCounters counters) {
        PortGuard guard = guards[batch.ingress];
        if (guard == null || !guard.policing.limitsUnknown()) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            DropReason refusal = batch.egress[i] == MacTable.UNKNOWN ? inspectUnknown(guard, batch.frames[i]) : null;
            if (refusal == null) {
                batch.egress[kept] = batch.egress[i];
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], refusal, counters);
            }
        }
        batch.count = kept;
    }

    private @Nullable DropReason inspect(PortGuard guard, Batch batch, int i) {
        long frame = batch.frames[i];
        size.measure(frame);
        DropReason refusal = guard.policing.inspect(MacTable.mac(batch.destinations[i]), size.frames(), size.bytes());
        return refusal == null && guard.settings.inspectsPackets()
                ? packets.inspect(
                        memory.frameAddress(frame), Descriptor.length(frame), batch.sources[i], batch.destinations[i])
                : refusal;
    }

    private @Nullable DropReason inspectUnknown(PortGuard guard, long frame) {
        size.measure(frame);
        return guard.policing.inspectUnknown(size.frames(), size.bytes());
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
