package io.isolane.core.acl;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compiles rules to an {@link AccessTable}. Rows that say the same are one. One compilation each; confined to its thread. */
final class TableCompiler {
    private final List<AccessRule> rules;
    private final int words;
    private final Map<LongBuffer, Integer> rowAt = new LinkedHashMap<>();
    private final Map<Lane, Map<Integer, List<Span>>> asked = new LinkedHashMap<>();
    private final List<NarrowIndex> narrow = new ArrayList<>();
    private final List<WideIndex> wide = new ArrayList<>();

    private TableCompiler(List<AccessRule> rules) {
        this.rules = rules;
        this.words = Math.max(1, (rules.size() + Long.SIZE - 1) / Long.SIZE);
    }

    /** The table of {@code rules}, {@link AccessTable#MAX_RULES} at most. */
    static AccessTable compile(List<AccessRule> rules) {
        return new TableCompiler(rules).table();
    }

    private AccessTable table() {
        BitSet all = new BitSet();
        all.set(0, rules.size());
        row(all);
        for (int rule = 0; rule < rules.size(); rule++) {
            for (Condition condition : rules.get(rule).conditions()) {
                asked.computeIfAbsent(condition.lane(), unseen -> new LinkedHashMap<>())
                        .put(rule, condition.spans());
            }
        }
        asked.forEach(this::index);
        boolean asksPacket =
                asked.keySet().stream().anyMatch(lane -> lane.field().isOfPacket());
        long[] rows = rowAt.keySet().stream()
                .flatMapToLong(row -> Arrays.stream(row.array()))
                .toArray();
        return new AccessTable(narrow, wide, rows, asksPacket);
    }

    /** Walks the values from 0 up and notes at each turn which rules are left from there on. */
    private void index(Lane lane, Map<Integer, List<Span>> spansOf) {
        BitSet left = new BitSet();
        left.set(0, rules.size());
        spansOf.keySet().forEach(left::clear);
        int unknown = row(unknown(left));
        TreeMap<Long, BitSet> turns = new TreeMap<>(Long::compareUnsigned);
        turns.put(0L, new BitSet());
        spansOf.forEach((rule, spans) -> spans.forEach(span -> {
            flip(turns, span.first(), rule);
            if (span.last() != -1L) {
                flip(turns, span.last() + 1, rule);
            }
        }));
        TreeMap<Long, Integer> rowFrom = new TreeMap<>(Long::compareUnsigned);
        turns.forEach((value, turn) -> {
            left.xor(turn);
            rowFrom.put(value, row(left));
        });
        if (lane.isWide()) {
            rowFrom.putIfAbsent(rowFrom.size() == 1 ? -1L : 0L, row(left));
            wide.add(new WideIndex(lane, rowFrom, unknown));
        } else {
            narrow.add(new NarrowIndex(lane, rowFrom, unknown));
        }
    }

    /** Who does not ask, and who denies: what cannot be read is never in a frame's favour. */
    private BitSet unknown(BitSet indifferent) {
        BitSet left = (BitSet) indifferent.clone();
        for (int rule = 0; rule < rules.size(); rule++) {
            if (rules.get(rule).action() == AccessAction.DENY) {
                left.set(rule);
            }
        }
        return left;
    }

    private static void flip(Map<Long, BitSet> turns, long value, int rule) {
        turns.computeIfAbsent(value, unseen -> new BitSet()).flip(rule);
    }

    private int row(BitSet left) {
        long[] row = new long[1 + words];
        long[] bits = left.toLongArray();
        System.arraycopy(bits, 0, row, 1, bits.length);
        for (int word = 0; word < words; word++) {
            row[0] |= row[1 + word] == 0 ? 0 : 1L << word;
        }
        return rowAt.computeIfAbsent(LongBuffer.wrap(row), unseen -> rowAt.size() * row.length);
    }
}
