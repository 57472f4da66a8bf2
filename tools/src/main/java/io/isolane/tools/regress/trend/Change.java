package io.isolane.tools.regress.trend;

/**
 * A change of level. Immutable.
 *
 * @param from index of the last point before it
 * @param to index of the first point after it; the next one for a step, later for a drift
 * @param before level before, in the metric's unit
 * @param after level after
 * @param effect change in the better direction: +0.05 is 5 % better
 * @param isDrift whether it went step by step
 */
record Change(int from, int to, double before, double after, double effect, boolean isDrift) {
    boolean isWorse() {
        return effect < 0;
    }

    String kind() {
        return isDrift ? "drift" : "step";
    }
}
