package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.SourceRule;
import io.isolane.core.table.LearnResult;
import io.isolane.core.table.MacTable;

/** The second stage: what the sources of a batch tell the MAC table, or whether they may be sources at all. */
final class Learning implements Stage {
    private static final long NO_ADDRESS = 0;

    private final MacTable table;
    private final Drops drops;
    private final long[] adopted = new long[MacTable.MAX_PORTS];

    Learning(MacTable table, Drops drops) {
        this.table = table;
        this.drops = drops;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        int now = batch.millis;
        switch (batch.port.sourceRule()) {
            case IGNORE -> {}
            case LEARN -> learnAll(batch, now, counters);
            case LEARN_UNADOPTED -> learnUnadopted(batch, now, counters);
            case REQUIRE_OWN -> requireOwn(batch, counters);
            case ADOPT, ADOPT_OR_FORGE -> adoptAll(batch, now, counters);
        }
    }

    private void learnAll(Batch batch, int now, PortCounters counters) {
        int port = batch.ingress;
        int count = batch.count;
        long[] found = batch.found;
        table.find(batch.sources, found, count);
        long learntHere = table.learntBy(port);
        for (int i = 0; i < count; i++) {
            if (!MacTable.isHeard(found[i], learntHere, now)) {
                count(table.learn(batch.sources[i], port, now), counters);
            }
        }
    }

    private void learnUnadopted(Batch batch, int now, PortCounters counters) {
        for (int i = 0; i < batch.count; i++) {
            boolean isGuests = isOfAdopting(table.lookup(batch.sources[i]), batch);
            count(
                    isGuests ? LearnResult.STATIC_ELSEWHERE : table.learn(batch.sources[i], batch.ingress, now),
                    counters);
        }
    }

    static void count(int result, PortCounters counters) {
        switch (result) {
            case LearnResult.MOVED -> counters.stationMoved();
            case LearnResult.KNOWN, LearnResult.LEARNT -> {}
            default -> counters.notLearnt();
        }
    }

    /** Guests of a registered network: no address but their own. */
    private void requireOwn(Batch batch, PortCounters counters) {
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            kept = keepIf(table.lookup(batch.sources[i]) == batch.ingress, batch, i, kept, counters);
        }
        batch.count = kept;
    }

    private void adoptAll(Batch batch, int now, PortCounters counters) {
        boolean mayForge = batch.port.sourceRule() == SourceRule.ADOPT_OR_FORGE;
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            kept = keepIf(adopt(batch.sources[i], batch, now, counters) || mayForge, batch, i, kept, counters);
        }
        batch.count = kept;
    }

    private int keepIf(boolean mayBeSource, Batch batch, int i, int kept, PortCounters counters) {
        if (!mayBeSource) {
            drops.drop(batch.frames[i], DropReason.FORGED_SOURCE, counters);
            return kept;
        }
        batch.keep(kept, batch.frames[i], batch.sources[i], batch.destinations[i], batch.vlans[i]);
        return kept + 1;
    }

    /** Makes the source the guest's one address in place of the last, unless another guest has it. */
    private boolean adopt(long source, Batch batch, int now, PortCounters counters) {
        int port = batch.ingress;
        int at = table.lookup(source);
        if (at == port) {
            table.learn(source, port, now);
            return true;
        }
        if (isOfAdopting(at, batch)) {
            return false;
        }
        int result = table.learn(source, port, now);
        if (LearnResult.isElsewhere(result)) {
            return false;
        }
        if (adopted[port] != MacTable.mac(source)) {
            result = adoptAnew(source, port, now, result);
        }
        if (result == LearnResult.MOVED) {
            counters.stationMoved();
        }
        return true;
    }

    /** Forgets what else the guest called its own. */
    private int adoptAnew(long source, int port, int now, int result) {
        boolean isFirst = adopted[port] == NO_ADDRESS;
        adopted[port] = MacTable.mac(source);
        if (isFirst) {
            return result;
        }
        table.flush(port);
        int again = table.learn(source, port, now);
        return result == LearnResult.MOVED ? result : again;
    }

    /** True for the port of a guest whose learnt addresses are its own. */
    static boolean isOfAdopting(int port, Batch batch) {
        return port >= 0
                && port < batch.state.portCount()
                && port != batch.ingress
                && batch.state.port(port).sourceRule().adopts();
    }
}
