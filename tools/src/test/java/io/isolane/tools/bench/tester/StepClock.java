package io.isolane.tools.bench.tester;

import org.agrona.concurrent.NanoClock;

/** A clock that goes on by a step whenever somebody looks at it, and by leaps where a test says so. */
final class StepClock implements NanoClock {
    private final long step;
    private long now = Long.MAX_VALUE - 1_000_000;

    StepClock(long step) {
        this.step = step;
    }

    @Override
    public long nanoTime() {
        now += step;
        return now;
    }

    void leap(long nanos) {
        now += nanos;
    }
}
