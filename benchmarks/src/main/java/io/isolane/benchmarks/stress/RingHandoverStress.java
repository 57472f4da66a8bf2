package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.memory.RawMemory;
import io.isolane.core.ring.SpscRing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The producer writes a frame's bytes and offers its descriptor: items polled, and the bytes that the consumer then sees. */
@JCStressTest
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "the descriptor came before the bytes")
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "the frame whole")
@State
public class RingHandoverStress {
    private final SpscRing ring = new SpscRing(RoundArena.INSTANCE, 2);
    private final long frame = RoundArena.INSTANCE.allocate(64, 64).address();
    private final long[] polled = new long[2];

    @Actor
    public void produce() {
        RawMemory.putInt(frame, 42);
        ring.offer(7);
    }

    @Actor
    public void consume(II_Result result) {
        result.r1 = ring.poll(polled, 2);
        result.r2 = result.r1 == 0 ? 0 : RawMemory.getInt(frame);
    }
}
