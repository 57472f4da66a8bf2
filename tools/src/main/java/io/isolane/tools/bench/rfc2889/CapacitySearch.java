package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.suite.Journal;

/** A search for the number of addresses that are all known at once. Confined to its thread. */
final class CapacitySearch {
    /** No device is asked for more addresses. */
    static final int MOST = 1 << 20;

    private static final int FIRST = 256;
    private static final int SLOWER = 8;

    private final LearningProbe probe;
    private final int most;
    private final Journal journal;
    private double rate;
    private boolean isRateSure;
    private boolean isExact;
    private int low;
    private int high;

    /** A search among 1 to {@code most} addresses, which are shown at {@code rate} frames a second, or less if that helps. */
    CapacitySearch(LearningProbe probe, double rate, int most, Journal journal) {
        this.probe = probe;
        this.rate = rate;
        this.most = most;
        this.journal = journal;
        this.high = most + 1;
    }

    /** Searches; to the last address only if what was known is forgotten in between. */
    void run(boolean forgets) throws InterruptedException {
        isExact = forgets;
        look(1);
        if (low == 0) {
            return;
        }
        for (int count = Math.min(FIRST, most); low < most && high > most; count = (int) Math.min(most, 2L * count)) {
            look(count);
        }
        while (forgets && high - low > 1) {
            look((low + high) / 2);
        }
    }

    /** Most addresses that were all known. */
    int low() {
        return low;
    }

    /** Fewest addresses of which some were not known. */
    int high() {
        return high;
    }

    /** Whether no number lies between the two. */
    boolean isExact() {
        return isExact;
    }

    private void look(int count) throws InterruptedException {
        if (isKnown(count)) {
            low = count;
        } else {
            high = count;
        }
        journal.bounds(low, high, "addresses");
    }

    /** What is not known is shown once more: the first time slower, since it may have come too fast. */
    private boolean isKnown(int count) throws InterruptedException {
        int seen = probe.knownAfterAll(count, rate);
        if (seen == count || seen == 0) {
            return seen == count;
        }
        double slower = isRateSure ? rate : rate / SLOWER;
        if (probe.knownAfterAll(count, slower) == count) {
            rate = slower;
            return true;
        }
        isRateSure = true;
        return false;
    }
}
