package io.isolane.tools.bench.rig;

/** Which of a run of numbered frames have arrived, and in which order. Confined to its thread; allocates nothing after construction. */
final class Arrivals {
    private final long first;
    private final int count;
    private final long[] seen;
    private final long[] latest;
    private int arrived;
    private long duplicates;
    private long reordered;

    /** For frames {@code first} to {@code first + count - 1} of this many flows, none of them here yet. */
    Arrivals(long first, int count, int flows) {
        this.first = first;
        this.count = count;
        this.seen = new long[(count + 63) / 64];
        this.latest = new long[flows];
        java.util.Arrays.fill(latest, Long.MIN_VALUE);
    }

    /** Notes a frame; true if it is one of this run that was not here before. */
    boolean arrive(int flow, long sequence) {
        long index = sequence - first;
        if (index < 0 || index >= count) {
            return false;
        }
        int word = (int) (index >>> 6);
        long bit = 1L << index;
        if ((seen[word] & bit) != 0) {
            duplicates++;
            return false;
        }
        seen[word] |= bit;
        arrived++;
        if (sequence < latest[flow]) {
            reordered++;
        } else {
            latest[flow] = sequence;
        }
        return true;
    }

    int arrived() {
        return arrived;
    }

    /** Frames that came again at the port they were for. */
    long duplicates() {
        return duplicates;
    }

    /** Frames that came after a later one of their flow. */
    long reordered() {
        return reordered;
    }
}
