package io.isolane.core.acl;

import java.util.List;

/**
 * Rules compiled to rows of bits, one bit for a rule. An index for each field gives the row of those that its value leaves; what all
 * of them leave matches, and the lowest bit comes first. A row begins with its summary, so that only words are looked at in
 * which something may be left (Lakshman and Stiliadis, SIGCOMM 1998; Baboescu and Varghese, SIGCOMM 2001):
 *
 * <pre>
 *   0         1                2                     1 + words
 *  +---------+----------------+----------------+ ---+
 *  | summary | rules 0 to 63  | rules 64 to 127| ...|    summary: bit w is set if word w has one that is
 *  +---------+----------------+----------------+ ---+
 * </pre>
 *
 * <p>The first row has every rule. Immutable; any thread, each with a {@link FrameKey} of its own.
 */
final class AccessTable {
    /** Most rules: as many words as a summary has bits. */
    static final int MAX_RULES = Long.SIZE * Long.SIZE;

    /** Of {@link #matchFrom}: no rule. */
    static final int NONE = -1;

    private final NarrowIndex[] narrow;
    private final WideIndex[] wide;
    private final long[] rows;
    private final boolean asksPacket;

    AccessTable(List<NarrowIndex> narrow, List<WideIndex> wide, long[] rows, boolean asksPacket) {
        this.narrow = narrow.toArray(NarrowIndex[]::new);
        this.wide = wide.toArray(WideIndex[]::new);
        this.rows = rows;
        this.asksPacket = asksPacket;
    }

    /** True if a rule asks for what is behind the addresses and the tag that names the VLAN. */
    boolean asksPacket() {
        return asksPacket;
    }

    /** Notes in {@code key} where the rows of its values are; before {@link #matchFrom}. */
    void locate(FrameKey key) {
        int[] places = key.places();
        int lane = 0;
        for (NarrowIndex index : narrow) {
            places[lane++] = index.find(key);
        }
        for (WideIndex index : wide) {
            places[lane++] = index.find(key);
        }
    }

    /** The first rule from {@code from} on, at most {@link #MAX_RULES}, that matches the located frame; or {@link #NONE}. */
    int matchFrom(FrameKey key, int from) {
        int[] places = key.places();
        long from64 = from >= MAX_RULES ? 0 : -1L << (from >>> 6);
        for (long left = word(places, 0) & from64; left != 0; left &= left - 1) {
            int word = Long.numberOfTrailingZeros(left);
            long rules = word(places, 1 + word);
            if (word == (from >>> 6)) {
                rules &= -1L << from;
            }
            if (rules != 0) {
                return (word << 6) + Long.numberOfTrailingZeros(rules);
            }
        }
        return NONE;
    }

    /** What all located rows have in one word. */
    private long word(int[] places, int word) {
        long common = rows[word];
        int lanes = narrow.length + wide.length;
        for (int lane = 0; lane < lanes; lane++) {
            common &= rows[places[lane] + word];
        }
        return common;
    }
}
