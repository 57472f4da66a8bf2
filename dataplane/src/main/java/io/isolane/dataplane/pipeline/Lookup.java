package io.isolane.dataplane.pipeline;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.table.MacTable;

/** The third stage: the port of each frame's destination, if one is known. */
final class Lookup {
    private final MacTable table;

    Lookup(MacTable table) {
        this.table = table;
    }

    void find(Batch batch) {
        for (int i = 0; i < batch.count; i++) {
            long destination = batch.destinations[i];
            batch.egress[i] = MacAddress.isGroup(destination) ? Batch.GROUP : table.lookup(destination);
        }
    }
}
