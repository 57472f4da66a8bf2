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
        for (int word = seen.length - 1; word >= 0; word--) {
            long missing = ~seen[word] & framesOf(word);
            if (missing != 0) {
                return (long) word * WORD + WORD - 1 - Long.numberOfLeadingZeros(missing);
            }
        }
        return -1;
    }

    /** The bits of a word that stand for frames: in the last one not all do. */
    private long framesOf(int word) {
        long left = count - (long) word * WORD;
        return left >= WORD ? -1L : (1L << left) - 1;
    }
}
