package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.fork.Fork;
import io.isolane.tools.regress.fork.ForkRunner;
import io.isolane.tools.regress.fork.Reading;
import io.isolane.tools.regress.fork.Role;
import io.isolane.tools.regress.fork.Slot;
import io.isolane.tools.regress.metric.Direction;
import io.isolane.tools.regress.metric.Metric;
import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.result.Pool.Pooled;
import java.util.ArrayList;
import java.util.List;

/**
 * Forks of a pool in the order in which they ran, from some place on; after the last comes the first. So an experiment sees its noise as
 * it was, with everything that lasts longer than a fork: a draw of single forks would make independent what is not. (It is a circular
 * block bootstrap, Politis and Romano 1992, whose block is the whole experiment.) Confined to its thread.
 */
final class DrawnForks implements ForkRunner {
    private final Pool pool;
    private final double slowdown;
    private int next;

    /**
     * From a place on.
     *
     * @param start index of the first fork
     * @param slowdown by how much more time the candidate takes for the same: 0.05 is 5 %
     */
    DrawnForks(Pool pool, int start, double slowdown) {
        this.pool = pool;
        this.slowdown = slowdown;
        next = start;
    }

    @Override
    public Fork run(Slot slot) {
        Pooled drawn = pool.forks().get(next);
        next = (next + 1) % pool.forks().size();
        List<Metric> metrics = pool.header().metrics();
        List<Reading> readings = new ArrayList<>(metrics.size());
        for (int index = 0; index < metrics.size(); index++) {
            Metric metric = metrics.get(index);
            double value = drawn.values().get(index);
            readings.add(new Reading(metric, slot.role() == Role.CANDIDATE ? slowed(metric, value) : value, List.of()));
        }
        return new Fork(slot, drawn.started(), drawn.seconds(), readings);
    }

    /** Bytes for an operation stay what they are. */
    private double slowed(Metric metric, double value) {
        if (!metric.isTimed()) {
            return value;
        }
        return metric.direction() == Direction.HIGHER_IS_BETTER ? value / (1 + slowdown) : value * (1 + slowdown);
    }
}
