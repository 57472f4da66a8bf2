package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.MacAddress;
import io.isolane.core.table.MacTable;

/** The third stage: the port of each frame's destination, if one is known. */
final class Lookup implements Stage {
    private final MacTable table;

    Lookup(MacTable table) {
        this.table = table;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        table.find(batch.destinations, batch.found, batch.count);
        table.ports(batch.found, batch.egress, batch.count);
        for (int i = 0; i < batch.count; i++) {
            if (MacAddress.isGroup(batch.destinations[i])) {
                batch.egress[i] = Batch.GROUP;
            }
        }
    }
}
