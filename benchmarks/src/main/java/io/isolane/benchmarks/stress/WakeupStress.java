package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.ring.SpscRing;
import io.isolane.dataplane.port.Wakeup;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A worker goes to sleep while a frame comes: whether it saw the frame when it looked once more, and whether it was woken. */
@JCStressTest
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "it sleeps on a frame")
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "it saw the frame")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "it was woken")
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "it saw the frame, and the alarm rang once too often")
@State
public class WakeupStress {
    private final SpscRing ring = new SpscRing(RoundArena.INSTANCE, 2);
    private boolean rang;
    private final Wakeup wakeup = Wakeup.by(() -> rang = true);

    @Actor
    public void worker(ZZ_Result result) {
        wakeup.announceSleep();
        result.r1 = ring.size() > 0;
    }

    @Actor
    public void sender() {
        ring.offer(1);
        wakeup.afterPublish();
    }

    @Arbiter
    public void look(ZZ_Result result) {
        result.r2 = rang;
    }
}
