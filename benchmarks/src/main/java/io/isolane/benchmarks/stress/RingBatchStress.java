package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.ring.SpscRing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;

/** A batch is published by one store: items polled, and their sum. */
@JCStressTest
@Outcome(id = "[12], .*", expect = FORBIDDEN, desc = "part of a batch")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "before the batch")
@Outcome(id = "3, 60", expect = ACCEPTABLE, desc = "the batch")
@State
public class RingBatchStress {
    private final SpscRing ring = new SpscRing(RoundArena.INSTANCE, 4);
    private final long[] batch = {10, 20, 30};
    private final long[] polled = new long[4];

    @Actor
    public void produce() {
        ring.offer(batch, 0, 3);
    }

    @Actor
    public void consume(IJ_Result result) {
        result.r1 = ring.poll(polled, 4);
        result.r2 = polled[0] + polled[1] + polled[2];
    }
}
