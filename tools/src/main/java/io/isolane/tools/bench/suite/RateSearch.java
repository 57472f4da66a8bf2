package io.isolane.tools.bench.suite;

import io.isolane.tools.bench.results.Entry.Bound;
import io.isolane.tools.bench.results.Entry.Value;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the highest load that a device takes without loss, by halving the interval between one that it took and one that it did not
 * (RFC 2544, 26.1). What a device forwarded of too much is where the search goes on, in steps that double, so that a device far below the
 * maximum costs no more trials than one near it. Confined to its thread.
 */
public final class RateSearch {
    private final double maximum;
    private final double resolution;
    private double low;
    private double high;
    private double next;
    private double width;
    private double floor;
    private double failed = Double.POSITIVE_INFINITY;
    private boolean isOver;
    private boolean isHeldByTester;
    private int silent;

    /**
     * A search that has not begun.
     *
     * @param maximum the highest load there is; the first to be tried
     * @param resolution distance of the bounds, as a share of the upper one, at which the search ends
     */
    public RateSearch(double maximum, double resolution) {
        this.maximum = maximum;
        this.resolution = resolution;
        this.high = maximum;
        this.next = maximum;
        this.width = resolution;
    }

    /** Whether there is nothing left to try. */
    public boolean isOver() {
        return isOver;
    }

    /** The load to try, in frames a second. */
    public double next() {
        return next;
    }

    /**
     * What came of {@link #next}.
     *
     * @param passed whether the load was met
     * @param forwarded frames a second that arrived all the same; 0 if none did
     */
    public void tried(boolean passed, double forwarded) {
        silent = forwarded > 0 ? 0 : silent + 1;
        if (passed) {
            low = next;
            isOver = next >= high || isNarrow();
        } else {
            failed = next;
            isHeldByTester = false;
            below(silent > 1);
        }
        goOn(forwarded);
    }

    /**
     * The tester did not keep to {@link #next}, so that nothing is known of the device there. The search goes on below, and this load is no bound of the
     * device's.
     *
     * @param forwarded as in {@link #tried}
     */
    public void notOffered(double forwarded) {
        isHeldByTester = true;
        below(false);
        goOn(forwarded);
    }

    /** The highest load known to pass; 0 if none is. */
    public double low() {
        return low;
    }

    /** The lowest load known to fail, or that the tester cannot offer; the maximum if none is. */
    public double high() {
        return high;
    }

    /** Whether a load failed, and not only because the tester did not keep to it. */
    public boolean hasFailed() {
        return failed < Double.POSITIVE_INFINITY;
    }

    /** Whether the search went no higher because the tester did not keep to {@link #high}: what the device does there is not known. */
    public boolean isHeldByTester() {
        return isHeldByTester;
    }

    /** Whether nothing at all arrived, at the maximum and at a small part of it. */
    public boolean isSilent() {
        return silent > 1;
    }

    /** Whether the maximum itself passed, so that the device may be able to do more. */
    public boolean isAtMaximum() {
        return low >= maximum;
    }

    /** What is known now. */
    public Bound bound(String goal) {
        return new Bound(goal, low > 0 ? low : null, upper());
    }

    /** The figure at the end: what passed, between the bounds. */
    public Value value(String name, String unit) {
        return new Value(name, null, unit, low, low, upper());
    }

    private @Nullable Double upper() {
        return hasFailed() ? (Double) failed : null;
    }

    private void below(boolean isHopeless) {
        high = next;
        isOver = isHopeless || isNarrow() || high < floor;
    }

    private void goOn(double forwarded) {
        if (!isOver) {
            next = floor == 0 ? afterMaximum(forwarded) : between();
        }
    }

    private boolean isNarrow() {
        return low > 0 && high - low <= resolution * high;
    }

    private double afterMaximum(double forwarded) {
        double hint = forwarded > 0 ? Math.min(forwarded, maximum * (1 - resolution)) : maximum * resolution;
        floor = hint * resolution;
        return hint;
    }

    private double between() {
        double middle = (low + high) / 2;
        double step = low > 0 ? Math.min(middle, low * (1 + width)) : Math.max(middle, high * (1 - width));
        width *= 2;
        return step;
    }
}
