package io.isolane.tools.bench.tester;

/** Which of a stream's frames have arrived at one port, and in which order. Confined to its thread; allocates nothing after construction. */
final class Arrivals {
    private static final int WORD = Long.SIZE;

    private final long count;
    private final long[] seen;
    private long latest = -1;
    private long arrived;
    private long duplicates;
    private long reordered;

    /** For frames 0 to {@code count - 1}, none of them here yet. */
    Arrivals(long count) {
        this.count = count;
        this.seen = new long[Math.toIntExact((count + WORD - 1) / WORD)];
    }

    /** Notes a frame, whose number is less than the count; true if it was not here before. */
    boolean arrive(long sequence) {
        int word = (int) (sequence >>> 6);
        long bit = 1L << sequence;
        if ((seen[word] & bit) != 0) {
            duplicates++;
            return false;
        }
        seen[word] |= bit;
        arrived++;
        if (sequence < latest) {
            reordered++;
        } else {
            latest = sequence;
        }
        return true;
    }

    boolean has(long sequence) {
        return (seen[(int) (sequence >>> 6)] & 1L << sequence) != 0;
    }

    /** Frames that came, each counted once. */
    long arrived() {
        return arrived;
    }

    /** Copies of frames that had come before. */
    long duplicates() {
        return duplicates;
    }

    /** Frames that came after a later one. */
    long reordered() {
        return reordered;
    }

    /** The last frame that did not come; -1 if all did. */
    long lastMissing() {
        for (long sequence = count - 1; sequence >= 0; sequence--) {
            if (!has(sequence)) {
                return sequence;
            }
        }
        return -1;
    }
}
