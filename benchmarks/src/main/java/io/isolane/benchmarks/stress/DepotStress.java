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
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One thread takes a magazine while another takes that one and the next and gives the first back, so that the head of the depot
 * looks as before: slots found afterwards, how many of them are different, and how many the pool said it had.
 */
@JCStressTest
@Outcome(id = "[4-9], .*, .*", expect = FORBIDDEN, desc = "a slot has two owners")
@Outcome(id = "[0-2], .*, .*", expect = FORBIDDEN, desc = "a slot is lost")
@Outcome(id = "3, 3, 3", expect = ACCEPTABLE, desc = "every slot once")
@State
public class DepotStress {
    private static final int SLOTS = 3;
    private static final int LENGTH = 60;

    private final FramePool pool = new FramePool(
            new FrameMemory(RoundArena.INSTANCE.allocate(FrameMemory.bytesFor(SLOTS, 0), 4096), SLOTS, 0));
    private final FrameCache one = pool.newCache();
    private final FrameCache other = pool.newCache();
    private final FrameCache another = pool.newCache();
    private long taken;
    private long held;

    public DepotStress() {
        long[] slots = {one.allocate(LENGTH), one.allocate(LENGTH), one.allocate(LENGTH)};
        for (long slot : slots) {
            one.free(slot);
            one.close();
        }
    }

    @Actor
    public void take() {
        taken = one.allocate(LENGTH);
    }

    @Actor
    public void takeTwoAndGiveTheFirstBack() {
        long first = other.allocate(LENGTH);
        held = another.allocate(LENGTH);
        other.free(first);
        other.close();
    }

    @Arbiter
    public void takeTheRest(III_Result result) {
        result.r3 = pool.available(SlotClass.SMALL) + found(taken) + found(held);
        long units = bit(taken) | bit(held);
        result.r1 = found(taken) + found(held);
        for (long slot = one.allocate(LENGTH); found(slot) == 1 && result.r1 < 9; slot = one.allocate(LENGTH)) {
            units |= bit(slot);
            result.r1++;
        }
        result.r2 = Long.bitCount(units);
    }

    private static int found(long slot) {
        return slot == Descriptor.NONE ? 0 : 1;
    }

    /** Slots are 2 KiB, 32 units, apart, and there are three. */
    private static long bit(long slot) {
        return slot == Descriptor.NONE ? 0 : 1L << (Descriptor.unit(slot) >>> 5);
    }
}
