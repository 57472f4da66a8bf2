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

/** One station is heard by two workers at once: what each was told, and the entries afterwards. */
@JCStressTest
@Outcome(id = ".*, .*, 2", expect = FORBIDDEN, desc = "the station has two entries")
@Outcome(id = ".*, .*, -1", expect = FORBIDDEN, desc = "the counts differ from the entries")
@Outcome(id = "5, 5, .*", expect = FORBIDDEN, desc = "each was held off by the other")
@Outcome(
        id = {"1, 2, 1", "2, 1, 1"},
        expect = ACCEPTABLE,
        desc = "learnt by one, moved by the other")
@Outcome(
        id = {"1, 5, 1", "5, 1, 1"},
        expect = ACCEPTABLE,
        desc = "learnt by one; the other will from the next frame")
@State
public class TwoLearnersStress {
    private final MacTable table = Stations.table(4);

    @Actor
    public void learn(III_Result result) {
        result.r1 = table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void learnToo(III_Result result) {
        result.r2 = table.learn(Stations.FIRST, 2, 0);
    }

    @Arbiter
    public void count(III_Result result) {
        result.r3 = Stations.counted(table);
    }
}
