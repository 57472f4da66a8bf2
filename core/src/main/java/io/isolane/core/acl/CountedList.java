package io.isolane.core.acl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * An access list at work in one place: what each rule does there, and how often it has matched. One thread judges; any may read the
 * counters meanwhile.
 */
final class CountedList {
    /** In a judgement: no rule behind can change it. */
    static final long DECIDED = 1L << 62;

    /** In a judgement: by a rule that permits. */
    static final long PERMITTED = Long.MIN_VALUE;

    private static final int COUNTERS = 2;

    private final AccessList list;
    private final AccessTable table;
    private final long[] effects;
    private final AtomicLongArray hits;

    private CountedList(AccessList list, long[] effects, AtomicLongArray hits) {
        this.list = list;
        this.table = list.table();
        this.effects = effects;
        this.hits = hits;
    }

    /** A list whose counters are at zero; {@code copies} are the bits of the ports that get a copy of what each rule matches. */
    static CountedList of(AccessList list, long[] copies) {
        return new CountedList(
                list,
                effects(list, copies),
                new AtomicLongArray(COUNTERS * list.rules().size()));
    }

    /** The same list with the same counters, which copies to other ports. */
    CountedList copyingTo(long[] copies) {
        return new CountedList(list, effects(list, copies), hits);
    }

    private static long[] effects(AccessList list, long[] copies) {
        long[] effects = copies.clone();
        for (int rule = 0; rule < effects.length; rule++) {
            effects[rule] |= switch (list.rules().get(rule).action()) {
                case PERMIT -> PERMITTED | DECIDED;
                case DENY -> DECIDED;
                case COUNT -> 0;
            };
        }
        return effects;
    }

    AccessList list() {
        return list;
    }

    /** What the rules up to the first that decides do with a frame, and counts it with each of them. */
    long judge(FrameKey key, int bytes) {
        table.locate(key);
        long judgement = 0;
        int rule = table.matchFrom(key, 0);
        while (rule != AccessTable.NONE) {
            hit(rule, bytes);
            judgement |= effects[rule];
            if ((judgement & DECIDED) != 0) {
                return judgement;
            }
            rule = table.matchFrom(key, rule + 1);
        }
        return judgement;
    }

    /** How often each rule has matched. */
    List<RuleHits> hits() {
        List<RuleHits> all = new ArrayList<>();
        for (int rule = 0; rule < effects.length; rule++) {
            all.add(new RuleHits(
                    list.name(),
                    rule + 1,
                    Optional.of(list.rules().get(rule)),
                    hits.getAcquire(COUNTERS * rule),
                    hits.getAcquire(COUNTERS * rule + 1)));
        }
        return all;
    }

    private void hit(int rule, int bytes) {
        int at = COUNTERS * rule;
        hits.setRelease(at, hits.getPlain(at) + 1);
        hits.setRelease(at + 1, hits.getPlain(at + 1) + bytes);
    }
}
