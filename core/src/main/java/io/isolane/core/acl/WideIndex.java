package io.isolane.core.acl;

import java.util.Arrays;
import java.util.SortedMap;

/**
 * Which rules a value of up to 64 bits leaves: the values cut where the answer changes, and the row of each piece. The span between
 * the first cut and the last is divided into buckets of one width; in its bucket a value is found by halving, in as many steps as the fullest
 * bucket needs: one or two where the cuts are spread, and never more than their number has bits. Immutable.
 */
final class WideIndex {
    private static final int BUCKETS_FOR_A_PIECE = 2;

    private final int field;
    private final int unknownRow;
    private final long base;
    private final long range;
    private final int shift;
    private final int firstHalf;
    private final int[] buckets;
    private final long[] starts;
    private final int[] rows;

    /**
     * An index of pieces, as {@link NarrowIndex} has them; their values are ordered without a sign.
     *
     * @param rowFrom of two pieces at least, which may have the same row
     */
    WideIndex(Lane lane, SortedMap<Long, Integer> rowFrom, int unknownRow) {
        this.field = lane.field().index();
        this.unknownRow = unknownRow;
        int pieces = rowFrom.size();
        long[] cuts = rowFrom.keySet().stream().mapToLong(Long::longValue).toArray();
        this.base = cuts[1];
        this.range = cuts[pieces - 1] - base;
        int wanted = Integer.numberOfTrailingZeros(Integer.highestOneBit(BUCKETS_FOR_A_PIECE * pieces));
        this.shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(range) - wanted);
        this.buckets = new int[(int) (range >>> shift) + 1];
        int fullest = fill(cuts);
        this.firstHalf = Integer.highestOneBit(fullest);
        this.starts = Arrays.copyOf(cuts, pieces + 2 * firstHalf);
        Arrays.fill(starts, pieces, starts.length, -1L);
        for (int piece = 0; piece < starts.length; piece++) {
            starts[piece] ^= Long.MIN_VALUE;
        }
        this.rows = Arrays.copyOf(
                rowFrom.values().stream().mapToInt(Integer::intValue).toArray(), starts.length);
        Arrays.fill(rows, pieces, rows.length, rows[pieces - 1]);
    }

    /** Notes for each bucket the piece that its first value is in; returns the most cuts that one bucket has behind its first value. */
    private int fill(long[] cuts) {
        int piece = 1;
        int fullest = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            long offset = (long) bucket << shift;
            int before = piece;
            while (piece + 1 < cuts.length && Long.compareUnsigned(cuts[piece + 1] - base, offset) <= 0) {
                piece++;
            }
            buckets[bucket] = piece;
            fullest = Math.max(fullest, piece - before);
        }
        return Math.max(fullest, cuts.length - 1 - piece);
    }

    /** Where the row of rules begins that the frame's value leaves. */
    int find(FrameKey key) {
        if ((key.unknown() >>> field & 1) != 0) {
            return unknownRow;
        }
        long value = key.value(field);
        long ordered = value ^ Long.MIN_VALUE;
        long offset = value - base;
        if (offset + Long.MIN_VALUE > range + Long.MIN_VALUE) {
            return ordered < starts[1] ? rows[0] : rows[rows.length - 1];
        }
        int place = buckets[(int) (offset >>> shift)];
        for (int half = firstHalf; half > 0; half >>= 1) {
            place += starts[place + half] <= ordered ? half : 0;
        }
        return rows[place];
    }
}
