package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A port is flushed while a station is heard on it: stations afterwards; the one that was there before; the count once all are removed. */
@JCStressTest
@Outcome(id = "-1, .*, .*", expect = FORBIDDEN, desc = "the counts differ from the entries")
@Outcome(id = ".*, 1, .*", expect = FORBIDDEN, desc = "the flush left a station that was there before")
@Outcome(id = "0, -1, 0", expect = ACCEPTABLE, desc = "learnt before the flush")
@Outcome(id = "1, -1, 0", expect = ACCEPTABLE, desc = "learnt after the flush")
@State
public class LearnAndFlushStress {
    private static final long THERE_BEFORE = 77;

    private final MacTable table = Stations.table(4);

    public LearnAndFlushStress() {
        table.learn(THERE_BEFORE, 1, 0);
    }

    @Actor
    public void learn() {
        table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void flush() {
        table.flush(1);
    }

    @Arbiter
    public void count(III_Result result) {
        table.expire(0, 0, (int) table.slotCount());
        result.r1 = Stations.counted(table);
        result.r2 = table.lookup(THERE_BEFORE);
        table.remove(Stations.FIRST);
        result.r3 = table.stations(1) + table.learnt();
    }
}
