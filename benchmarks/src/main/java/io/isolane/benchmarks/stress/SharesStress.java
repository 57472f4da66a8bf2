package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.memory.FramePool;
import io.isolane.core.memory.SlotClass;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two holders of a flooded frame free it at once: the free slots afterwards, of one. */
@JCStressTest
@Outcome(id = "0", expect = FORBIDDEN, desc = "nobody freed the slot")
@Outcome(id = "2", expect = FORBIDDEN, desc = "both freed the slot")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "the last freed the slot")
@State
public class SharesStress {
    private final FramePool pool =
            new FramePool(new FrameMemory(RoundArena.INSTANCE.allocate(FrameMemory.bytesFor(1, 0), 4096), 1, 0));
    private final FrameCache one = pool.newCache();
    private final FrameCache other = pool.newCache();
    private final long frame = one.allocate(60) | Descriptor.SHARED;

    public SharesStress() {
        pool.memory().share(frame, 2);
    }

    @Actor
    public void free() {
        one.free(frame);
    }

    @Actor
    public void freeToo() {
        other.free(frame);
    }

    @Arbiter
    public void count(I_Result result) {
        one.close();
        other.close();
        result.r1 = pool.available(SlotClass.SMALL);
    }
}
