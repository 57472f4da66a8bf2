package io.isolane.tools.regress.trend;

/**
 * Neighbouring points that one line describes: a level, or a drift. Immutable.
 *
 * @param from index of its first point
 * @param to index after its last point
 * @param first height of the line at the first point
 * @param last height at the last point; a level's is the same
 * @param isDrift whether the line is a slope
 */
record Stretch(int from, int to, double first, double last, boolean isDrift) {
    static Stretch level(int from, int to, double height) {
        return new Stretch(from, to, height, height, false);
    }
}
