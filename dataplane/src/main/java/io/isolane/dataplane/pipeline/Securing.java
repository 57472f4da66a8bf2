package io.isolane.dataplane.pipeline;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.SourceRule;
import io.isolane.core.policy.StationRules;
import io.isolane.core.table.LearnResult;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.Tenure;
import org.jspecify.annotations.Nullable;

/**
 * The second stage of ports that have rules about their stations, and of all ports if stations may not move as they like: {@link Learning} that
 * refuses the frames of stations which may not be there. What is refused teaches the table nothing.
 *
 * <p>Where a frame may be refused because its station cannot be learnt, it is not let in because another worker was changing that part of the table
 * either: the change is awaited, a few microseconds at most. Confined to its worker.
 */
final class Securing implements Stage {
    private static final int ATTEMPTS = 64;

    private final MacTable table;
    private final Learning learning;
    private final Drops drops;
    private final PortShutdown shutdown;
    private boolean isShutDown;

    Securing(MacTable table, Learning learning, Drops drops, PortShutdown shutdown) {
        this.table = table;
        this.learning = learning;
        this.drops = drops;
        this.shutdown = shutdown;
    }

    @Override
    public void run(Batch batch, PortCounters counters) {
        SourceRule rule = batch.port.sourceRule();
        if (rule == SourceRule.LEARN || rule == SourceRule.LEARN_UNADOPTED) {
            secure(batch, counters);
        } else {
            learning.run(batch, counters);
        }
    }

    private void secure(Batch batch, PortCounters counters) {
        isShutDown = false;
        table.find(batch.sources, batch.found, batch.count);
        long learntHere = table.learntBy(batch.ingress);
        int kept = 0;
        for (int i = 0; i < batch.count; i++) {
            boolean isHeard = MacTable.isHeard(batch.found[i], learntHere, batch.millis) && !isShutDown;
            DropReason refusal = isHeard ? null : judge(batch, batch.sources[i], counters);
            if (refusal == null) {
                keep(batch, i, kept++);
            } else {
                drops.drop(batch.frames[i], refusal, counters);
            }
        }
        batch.count = kept;
    }

    private static void keep(Batch batch, int from, int to) {
        if (from != to) {
            batch.keep(to, batch.frames[from], batch.sources[from], batch.destinations[from], batch.vlans[from]);
        }
    }

    private @Nullable DropReason judge(Batch batch, long source, PortCounters counters) {
        if (isShutDown) {
            return DropReason.SENT_WHILE_DOWN;
        }
        StationRules rules = batch.port.stations();
        int at = table.lookup(source);
        if (!mayBeLearnt(rules, source, at, batch.ingress)) {
            return violation(batch, source);
        }
        boolean isGuests = batch.port.sourceRule() == SourceRule.LEARN_UNADOPTED && Learning.isOfAdopting(at, batch);
        int result = isGuests ? LearnResult.STATIC_ELSEWHERE : learn(source, batch);
        Learning.count(result, counters);
        return switch (result) {
            case LearnResult.STATIC_ELSEWHERE, LearnResult.HELD_ELSEWHERE ->
                rules.isSecured() ? violation(batch, source) : null;
            case LearnResult.PINNED_ELSEWHERE -> {
                table.noteRefusal(source, batch.ingress, batch.millis);
                yield DropReason.PINNED_STATION;
            }
            case LearnResult.NO_ROOM, LearnResult.CONTENDED -> unlearnt(rules, batch, source, result);
            default -> null;
        };
    }

    /** A station that is known here already may speak whatever the list says: it is one of the port's known addresses. */
    private static boolean mayBeLearnt(StationRules rules, long source, int at, int port) {
        if (at == port || !rules.isSecured()) {
            return true;
        }
        boolean isAllowed = rules.allows(MacTable.mac(source));
        boolean isFree = at == MacTable.UNKNOWN || rules.tenure() != Tenure.STICKY;
        return isAllowed || (isFree && !rules.isListed());
    }

    private @Nullable DropReason unlearnt(StationRules rules, Batch batch, long source, int result) {
        if (rules.isSecured() && result == LearnResult.NO_ROOM) {
            return violation(batch, source);
        }
        return rules.isOn() ? DropReason.UNLEARNT_SOURCE : null;
    }

    private int learn(long source, Batch batch) {
        int result = table.learn(source, batch.ingress, batch.millis);
        int attempts = batch.port.stations().isOn() ? ATTEMPTS : 1;
        for (int attempt = 1; result == LearnResult.CONTENDED && attempt < attempts; attempt++) {
            Thread.onSpinWait();
            result = table.learn(source, batch.ingress, batch.millis);
        }
        return result;
    }

    private DropReason violation(Batch batch, long source) {
        StationRules rules = batch.port.stations();
        if (rules.violation() != Violation.PROTECT) {
            table.noteRefusal(source, batch.ingress, batch.millis);
        }
        if (rules.violation() == Violation.SHUTDOWN) {
            isShutDown = true;
            shutdown.shutDown(batch.ingress, rules.recovery());
        }
        return DropReason.PORT_SECURITY;
    }
}
