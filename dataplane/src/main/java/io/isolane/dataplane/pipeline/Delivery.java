package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortClass;

/**
 * The last stage: each frame to the ports of its reach that should have it, with the tag that its VLAN has there. The loop knows
 * unicast to one port; everything else is {@link Replication}'s.
 */
final class Delivery implements Stage {
    private final Outlets outlets;
    private final Replication replication;
    private final Drops drops;

    Delivery(Outlets outlets, Replication replication, Drops drops) {
        this.outlets = outlets;
        this.replication = replication;
        this.drops = drops;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        if (batch.state.isNarrow()) {
            if (batch.count > 0 && !(isOfOneKind(batch) && sendTogether(batch, counters))) {
                narrow(batch, counters);
            }
        } else {
            for (int i = 0; i < batch.count; i++) {
                replication.replicate(batch, i, counters);
            }
        }
        batch.count = 0;
        outlets.flush(counters);
    }

    /**
     * Whether all frames are of one VLAN and for one port, as those of one conversation are: a loop without decisions, which the compiler makes
     * one of vector instructions.
     */
    private static boolean isOfOneKind(Batch batch) {
        int[] egress = batch.egress;
        int[] vlans = batch.vlans;
        int port = egress[0];
        int vlan = vlans[0];
        int count = batch.count;
        int differences = 0;
        for (int i = 0; i < count; i++) {
            differences |= (egress[i] ^ port) | (vlans[i] ^ vlan);
        }
        return differences == 0;
    }

    /** Hands a batch of one kind on in one go, unless one of its frames has to be looked at by itself. */
    private boolean sendTogether(Batch batch, PortCounters counters) {
        ForwardingState state = batch.state;
        int port = batch.egress[0];
        int row = state.row(batch.vlans[0], batch.ingress);
        if (port < 0 || port >= state.portCount() || !state.contains(row, port)) {
            return false;
        }
        long tagBit = state.tagBit(row, port);
        long keep = tagsToKeep(batch) | -tagBit;
        return outlets.appendAll(port, batch.frames, batch.count, keep, tagBit * Descriptor.TAGGED, counters);
    }

    private void narrow(Batch batch, PortCounters counters) {
        ForwardingState state = batch.state;
        int ports = state.portCount();
        int count = batch.count;
        long keep = tagsToKeep(batch);
        int vlan = ForwardingState.NO_VLAN;
        int row = 0;
        for (int i = 0; i < count; i++) {
            int port = batch.egress[i];
            long frame = batch.frames[i];
            if (batch.vlans[i] != vlan) {
                vlan = batch.vlans[i];
                row = state.row(vlan, batch.ingress);
            }
            if (port < 0 || port >= ports || !state.contains(row, port) || Descriptor.hasInnerTag(frame)) {
                replication.replicate(batch, i, counters);
            } else if (!outlets.append(port, retagged(frame, state.tagBit(row, port), keep), counters)) {
                drops.drop(frame, DropReason.PORT_DOWN, counters);
            }
        }
    }

    /** In a network without VLANs a tag beside the frame is the sender's own and stays. */
    static long tagsToKeep(Batch batch) {
        return batch.port.portClass() == PortClass.TRANSPARENT ? -1L : ~(Descriptor.TAGGED | Descriptor.TCI_FIELD);
    }

    /** The descriptor with the tag noted beside it turned on if {@code tagBit} is 1; if it is 0, with what {@code keep} keeps. */
    static long retagged(long frame, long tagBit, long keep) {
        return (frame & (keep | -tagBit)) | tagBit * Descriptor.TAGGED;
    }
}
