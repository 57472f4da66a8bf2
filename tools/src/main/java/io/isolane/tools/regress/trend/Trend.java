package io.isolane.tools.regress.trend;

import io.isolane.tools.regress.changepoint.ChangePoints;
import io.isolane.tools.regress.metric.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a series did: levels, drifts, and the changes between them. Immutable.
 *
 * @param series what was measured
 * @param stretches without gaps, in the order of time
 * @param changes in the order of time, each of at least the threshold
 * @param isLongEnough whether there are points enough to find a change
 */
record Trend(Series series, List<Stretch> stretches, List<Change> changes, boolean isLongEnough) {
    /** Shorter levels are too short to be told from a slope. */
    private static final int SHORTEST_SIDE = 5;

    /** By how much a slope must fit better than a step before it is called one. */
    private static final double CLEARLY_BETTER = 0.8;

    Trend {
        stretches = List.copyOf(stretches);
        changes = List.copyOf(changes);
    }

    /** Of a series; changes smaller than {@code threshold} are none. */
    static Trend of(Series series, ChangePoints detector, double threshold) {
        List<Double> values = series.values();
        List<Integer> bounds = new ArrayList<>(detector.in(values));
        bounds.addFirst(0);
        bounds.addLast(values.size());
        Fit fit = new Fit(series, threshold);
        fit.dropSmall(bounds);
        List<Stretch> stretches = fit.stretches(bounds);
        return new Trend(series, stretches, fit.changes(stretches), values.size() >= detector.fewest());
    }

    /** The newest change, if it is for the worse and ended among the newest {@code recent} points. */
    Optional<Change> recentlyWorse(int recent) {
        int oldest = series.points().size() - recent;
        return changes.isEmpty()
                        || !changes.getLast().isWorse()
                        || changes.getLast().to() < oldest
                ? Optional.empty()
                : Optional.of(changes.getLast());
    }

    /** How lines are laid through the points of a series. */
    private record Fit(Series series, double threshold) {
        /** Joins neighbours whose levels differ by less than the threshold, the nearest first. */
        void dropSmall(List<Integer> bounds) {
            while (bounds.size() > 2) {
                int least = 1;
                for (int i = 1; i < bounds.size() - 1; i++) {
                    least = stepAt(bounds, i) < stepAt(bounds, least) ? i : least;
                }
                if (stepAt(bounds, least) >= threshold) {
                    return;
                }
                bounds.remove(/* index */ least);
            }
        }

        private double stepAt(List<Integer> bounds, int bound) {
            double before = level(bounds.get(bound - 1), bounds.get(bound));
            double after = level(bounds.get(bound), bounds.get(bound + 1));
            return Math.abs(effect(before, after));
        }

        List<Stretch> stretches(List<Integer> bounds) {
            List<Stretch> stretches = new ArrayList<>();
            for (int next = 0; next < bounds.size() - 1; ) {
                int last = next + 1;
                while (last < bounds.size() - 1
                        && isSlope(bounds.get(last - 1), bounds.get(last), bounds.get(last + 1))) {
                    last++;
                }
                stretches.add(stretch(bounds.get(next), bounds.get(last), last > next + 1));
                next = last;
            }
            return stretches;
        }

        private Stretch stretch(int from, int to, boolean isDrift) {
            if (!isDrift) {
                return Stretch.level(from, to, level(from, to));
            }
            Line line = Line.through(values(from, to));
            return new Stretch(from, to, within(line.at(0), from, to), within(line.at(to - from - 1), from, to), true);
        }

        /** No line ends beyond what was measured. */
        private double within(double height, int from, int to) {
            return Math.clamp(height, Collections.min(values(from, to)), Collections.max(values(from, to)));
        }

        /** Whether two neighbouring levels are a slope rather than a step. */
        private boolean isSlope(int from, int middle, int to) {
            if (middle - from < SHORTEST_SIDE || to - middle < SHORTEST_SIDE) {
                return false;
            }
            double step = Line.level(values(from, middle)).distance(values(from, middle))
                    + Line.level(values(middle, to)).distance(values(middle, to));
            return Line.through(values(from, to)).distance(values(from, to)) < CLEARLY_BETTER * step;
        }

        List<Change> changes(List<Stretch> stretches) {
            List<Change> changes = new ArrayList<>();
            Stretch before = stretches.getFirst();
            for (Stretch stretch : stretches) {
                if (stretch.from() > 0) {
                    add(changes, stretch.from() - 1, stretch.from(), before.last(), stretch.first(), false);
                }
                if (stretch.isDrift()) {
                    add(changes, stretch.from(), stretch.to() - 1, stretch.first(), stretch.last(), true);
                }
                before = stretch;
            }
            return changes;
        }

        private void add(List<Change> changes, int from, int to, double before, double after, boolean isDrift) {
            double effect = effect(before, after);
            if (Math.abs(effect) >= threshold) {
                changes.add(new Change(from, to, before, after, effect, isDrift));
            }
        }

        private double effect(double before, double after) {
            return series.metric().direction() == Direction.HIGHER_IS_BETTER ? after / before - 1 : before / after - 1;
        }

        private double level(int from, int to) {
            return Line.level(values(from, to)).start();
        }

        private List<Double> values(int from, int to) {
            return series.values().subList(from, to);
        }
    }
}
