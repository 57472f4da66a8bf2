package io.isolane.dataplane.pipeline;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.TagControl;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.table.MacTable;

/**
 * The stage behind admission, for ports with access lists: what they deny takes nothing of what the port may send, and teaches the
 * table nothing. Confined to its worker.
 */
final class Filtering implements Stage {
    private final AccessControl access;
    private final Drops drops;

    Filtering(AccessControl access, Drops drops) {
        this.access = access;
        this.drops = drops;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        AccessFilter filter = batch.port.entry();
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            if (admits(filter, batch, i, counters)) {
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], DropReason.ACCESS_LIST_IN, counters);
            }
        }
        batch.count = kept;
    }

    private boolean admits(AccessFilter filter, Batch batch, int i, PortCounters counters) {
        long frame = batch.frames[i];
        ForwardingState state = batch.state;
        int vlan = batch.vlans[i];
        long tagBit = state.tagBit(state.row(vlan, batch.ingress), batch.ingress);
        return access.about(
                        MacTable.mac(batch.destinations[i]),
                        MacTable.mac(batch.sources[i]),
                        state.vlan(vlan).vid(),
                        TagControl.pcp(Descriptor.tci(frame)))
                .admits(filter, frame, Delivery.retagged(frame, tagBit, Delivery.tagsToKeep(batch)), counters);
    }
}
