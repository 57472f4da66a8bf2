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

/** A station speaks again at the moment it would age: what the learner was told, entries freed, entries afterwards. */
@JCStressTest
@Outcome(id = ".*, .*, -1", expect = FORBIDDEN, desc = "the counts differ from the entries")
@Outcome(id = "0, 1, .*", expect = FORBIDDEN, desc = "known, and forgotten all the same")
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "known, so it stays")
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "forgotten and learnt again")
@Outcome(id = "5, 1, 0", expect = ACCEPTABLE, desc = "forgotten; the next frame will be learnt")
@Outcome(id = "5, 0, 1", expect = ACCEPTABLE, desc = "it stays")
@State
public class LearnAndExpireStress {
    private static final int MAX_AGE = 300_000;
    private static final int LATER = 400_000;

    private final MacTable table = Stations.table(4);

    public LearnAndExpireStress() {
        table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void learn(III_Result result) {
        result.r1 = table.learn(Stations.FIRST, 1, LATER);
    }

    @Actor
    public void expire(III_Result result) {
        result.r2 = table.expire(LATER, MAX_AGE, (int) table.slotCount());
    }

    @Arbiter
    public void count(III_Result result) {
        result.r3 = Stations.counted(table);
    }
}
