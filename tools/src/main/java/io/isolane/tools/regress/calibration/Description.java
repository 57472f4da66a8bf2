package io.isolane.tools.regress.calibration;

import io.isolane.tools.regress.result.Pool;
import io.isolane.tools.regress.result.Pool.Pooled;

/** A pool in words. Stateless. */
final class Description {
    private Description() {}

    /** Its size, its time, its jar. */
    static String of(Pool pool) {
        long runs = pool.forks().stream().map(Pooled::run).distinct().count();
        return pool.forks().size() + " forks of " + runs + " runs of "
                + pool.header().subject().name() + ", from "
                + pool.forks().getFirst().started() + " to "
                + pool.forks().getLast().started();
    }
}
