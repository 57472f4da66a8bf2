package io.isolane.core.acl;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * Which rules a value of up to 16 bits leaves, or {@link Field#ABSENT}: a row for each value, found by two loads. Pages of 256 values
 * that say the same are one. Immutable.
 */
final class NarrowIndex {
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int VALUES = (int) Field.ABSENT + 1;

    private final int field;
    private final int shift;
    private final int mask;
    private final int unknownRow;
    private final int[] pages = new int[(VALUES >> PAGE_BITS) + 1];
    private final int[] rows;

    /**
     * An index of pieces.
     *
     * @param rowFrom where the row begins that each piece has, by the first value of the piece; 0 is the first of one
     * @param unknownRow where the row of frames begins that do not show the value
     */
    NarrowIndex(Lane lane, SortedMap<Long, Integer> rowFrom, int unknownRow) {
        this.field = lane.field().index();
        this.shift = lane.shift();
        this.mask = (int) lane.mask();
        this.unknownRow = unknownRow;
        int[] all = new int[pages.length << PAGE_BITS];
        rowFrom.forEach((first, row) -> Arrays.fill(all, Math.toIntExact(first), all.length, row));
        Map<IntBuffer, Integer> places = new LinkedHashMap<>();
        for (int page = 0; page < pages.length; page++) {
            pages[page] = places.computeIfAbsent(
                    IntBuffer.wrap(all, page << PAGE_BITS, PAGE).slice(), unseen -> places.size() << PAGE_BITS);
        }
        IntBuffer distinct = IntBuffer.allocate(places.size() << PAGE_BITS);
        places.keySet().forEach(distinct::put);
        this.rows = distinct.array();
    }

    /** Where the row of rules begins that the frame's value leaves. */
    int find(FrameKey key) {
        if ((key.unknown() >>> field & 1) != 0) {
            return unknownRow;
        }
        int value = (int) (key.value(field) >>> shift) & mask;
        return rows[pages[value >> PAGE_BITS] + (value & (PAGE - 1))];
    }
}
