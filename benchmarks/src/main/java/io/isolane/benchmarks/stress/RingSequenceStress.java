package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.ring.SpscRing;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIZ_Result;

/** A ring of two goes round while the consumer polls: accepted, polled before the end, and whether each item came once, in order. */
@JCStressTest
@Outcome(id = ".*, .*, false", expect = FORBIDDEN, desc = "an item was lost, torn, repeated or overtaken")
@Outcome(id = "[2-6], [0-6], true", expect = ACCEPTABLE, desc = "what was accepted came out in order")
@State
public class RingSequenceStress {
    private final SpscRing ring = new SpscRing(RoundArena.INSTANCE, 2);
    private final long[] polled = new long[2];
    private long next = 1;
    private boolean inOrder = true;

    @Actor
    public void produce(IIZ_Result result) {
        int accepted = 0;
        for (int attempt = 0; attempt < 6; attempt++) {
            accepted += ring.offer(item(accepted + 1)) ? 1 : 0;
        }
        result.r1 = accepted;
    }

    @Actor
    public void consume(IIZ_Result result) {
        for (int attempt = 0; attempt < 6; attempt++) {
            take();
        }
        result.r2 = (int) next - 1;
    }

    @Arbiter
    public void takeTheRest(IIZ_Result result) {
        take();
        result.r3 = inOrder && next - 1 == result.r1;
    }

    private void take() {
        int count = ring.poll(polled, 2);
        for (int i = 0; i < count; i++) {
            inOrder &= polled[i] == item(next);
            next++;
        }
    }

    /** Both halves of the word differ from item to item. */
    private static long item(long number) {
        return number << 32 | number;
    }
}
