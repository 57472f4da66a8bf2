package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.table.LearnResult;
import io.isolane.core.table.MacTable;

/** The second stage: what the sources of a batch tell the MAC table, or whether they may be sources at all. */
final class Learning {
    private static final long NO_ADDRESS = 0;

    private final MacTable table;
    private final Drops drops;
    private final long[] adopted = new long[MacTable.MAX_PORTS];

    Learning(MacTable table, Drops drops) {
        this.table = table;
        this.drops = drops;
    }

    void learn(Batch batch, int now, PortCounters counters) {
        switch (batch.port.sourceRule()) {
            case IGNORE -> {}
            case LEARN -> learnAll(batch, now, counters);
            case REQUIRE_OWN -> requireOwn(batch, counters);
            case ADOPT -> adoptAll(batch, now, counters);
        }
    }

    private void learnAll(Batch batch, int now, PortCounters counters) {
        int port = batch.ingress;
        for (int i = 0; i < batch.count; i++) {
            int result = table.learn(batch.sources[i], port, now);
            if (result != LearnResult.KNOWN) {
                count(result, counters);
            }
        }
    }

    private static void count(int result, PortCounters counters) {
        switch (result) {
            case LearnResult.MOVED -> counters.stationMoved();
            case LearnResult.NO_ROOM, LearnResult.CONTENDED, LearnResult.STATIC_ELSEWHERE -> counters.notLearnt();
            default -> {}
        }
    }

    /** Guests of a registered network: no address but their own. */
    private void requireOwn(Batch batch, PortCounters counters) {
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            if (table.lookup(batch.sources[i]) == batch.ingress) {
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], DropReason.FORGED_SOURCE, counters);
            }
        }
        batch.count = kept;
    }

    private void adoptAll(Batch batch, int now, PortCounters counters) {
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            if (adopt(batch.sources[i], batch.ingress, now)) {
                batch.keep(kept++, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
            } else {
                drops.drop(batch.frames[i], DropReason.FORGED_SOURCE, counters);
            }
        }
        batch.count = kept;
    }

    /** Makes the source the guest's one address in place of the last, unless another port has it. */
    private boolean adopt(long source, int port, int now) {
        int at = table.lookup(source);
        if (at == port) {
            table.learn(source, port, now);
            return true;
        }
        if (at != MacTable.UNKNOWN) {
            return false;
        }
        long mac = MacTable.mac(source);
        if (adopted[port] != mac && adopted[port] != NO_ADDRESS) {
            table.flush(port);
        }
        adopted[port] = mac;
        table.learn(source, port, now);
        return true;
    }
}
