package io.isolane.tools.bench.rfc2889;

import io.isolane.tools.bench.suite.Journal;
import io.isolane.tools.bench.suite.TimeLimit;
import java.util.OptionalInt;

/**
 * A search for the number of addresses that are all known at once: doubling until some are not, then one more than were known, since most
 * tables hold a power of two, then halving. Confined to its thread.
 */
final class CapacitySearch {
    /** No device is asked for more addresses. */
    static final int MOST = 1 << 20;

    /** With the station that asks this is a power of two, and so is each number that follows from it. */
    private static final int FIRST = 255;

    private static final int SLOWER = 8;

    private final LearningProbe probe;
    private final int most;
    private final TimeLimit limit;
    private final Journal journal;
    private double rate;
    private boolean isRateSure;
    private boolean forgets;
    private boolean isCutShort;
    private int low;
    private int high;

    /** A search among 1 to {@code most} addresses, which are shown at {@code rate} frames a second, or less if that helps. */
    CapacitySearch(LearningProbe probe, double rate, int most, TimeLimit limit, Journal journal) {
        this.probe = probe;
        this.rate = rate;
        this.most = most;
        this.limit = limit;
        this.journal = journal;
        this.high = most + 1;
    }

    /** Searches until the number is found or the time is up; to the last address only if what was known is forgotten in between. */
    void run(boolean deviceForgets) throws InterruptedException {
        forgets = deviceForgets;
        look(1);
        if (low == 0) {
            isCutShort = high > 1;
            return;
        }
        for (int count = Math.min(FIRST, most); low < most && high > most && !limit.isOver(); count = doubled(count)) {
            look(count);
        }
        boolean isFirst = true;
        while (forgets && high - low > 1 && !limit.isOver()) {
            look(isFirst ? low + 1 : (low + high) / 2);
            isFirst = false;
        }
        boolean hasMoreToTry = forgets || high > most;
        isCutShort = hasMoreToTry && low < most && high - low > 1;
    }

    /** Most addresses that were all known. */
    int low() {
        return low;
    }

    /** Fewest addresses of which some were not known; more than there are if all were. */
    int high() {
        return high;
    }

    /** Whether the search ended because only doubled numbers could be tried. */
    boolean isRough() {
        return !forgets;
    }

    /** Whether the search ended because its time was up. */
    boolean isCutShort() {
        return isCutShort;
    }

    private int doubled(int count) {
        return (int) Math.min(most, 2L * count + 1);
    }

    /** A look that the limit has cut short says nothing of a number that was not known. */
    private void look(int count) throws InterruptedException {
        if (isKnown(count)) {
            low = count;
        } else if (!limit.isOver()) {
            high = count;
        }
        journal.bounds(low, high, "addresses");
    }

    /** What is not known is shown once more: the first time slower, since it may have come too fast. */
    private boolean isKnown(int count) throws InterruptedException {
        int seen = known(count, rate);
        if (seen == count || seen == 0 || limit.isOver()) {
            return seen == count;
        }
        double slower = isRateSure ? rate : rate / SLOWER;
        if (known(count, slower) == count) {
            rate = slower;
            return true;
        }
        isRateSure = true;
        return false;
    }

    /** Until the tester manages to ask, or the time is up. */
    private int known(int count, double at) throws InterruptedException {
        OptionalInt known = probe.knownAfterAll(count, at);
        while (known.isEmpty() && !limit.isOver()) {
            known = probe.knownAfterAll(count, at);
        }
        return known.orElse(0);
    }
}
