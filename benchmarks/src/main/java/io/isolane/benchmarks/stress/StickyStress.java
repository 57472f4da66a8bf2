package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.Tenure;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A neighbour claims a sticky station whose port loses its link meanwhile: what the neighbour is told, where it is then, how many there are. */
@JCStressTest
@Outcome(id = "6, -1, 0", expect = ACCEPTABLE, desc = "it was sticky still, and is forgotten")
@Outcome(id = "1, 2, 1", expect = ACCEPTABLE, desc = "it was forgotten, and is the neighbour's now")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "a sticky station that moved, or is nowhere and counted")
@State
public class StickyStress {
    private final MacTable table = Stations.table(4);

    public StickyStress() {
        table.tenure(1, Tenure.STICKY);
        table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void claim(III_Result result) {
        result.r1 = table.learn(Stations.FIRST, 2, 0);
    }

    @Actor
    public void unplug() {
        table.flush(1);
    }

    @Arbiter
    public void end(III_Result result) {
        result.r2 = table.lookup(Stations.FIRST);
        table.expire(0, 0, (int) table.slotCount());
        result.r3 = Stations.counted(table);
    }
}
