package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.LearnResult;
import io.isolane.core.table.MacTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A station of port 0 that may move once is claimed by ports 1 and 2 at once: what each is told, where it is then, and how many stations
 * the counts say there are.
 */
@JCStressTest
@Outcome(
        id = {"2, 7, 0, 1", "7, 2, 0, 1"},
        expect = ACCEPTABLE,
        desc = "one gets it, and the other has it brought home")
@Outcome(id = "2, 5, 1, 1", expect = ACCEPTABLE, desc = "port 1 gets it while port 2 cannot ask")
@Outcome(id = "5, 2, 2, 1", expect = ACCEPTABLE, desc = "port 2 gets it while port 1 cannot ask")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "two moves, or a place that nobody was told of")
@State
public class PinStress {
    private final MacTable table = Stations.restrictedTable(4, 1);

    public PinStress() {
        if (table.learn(Stations.FIRST, 0, 0) != LearnResult.LEARNT) {
            throw new IllegalStateException("nobody else changes the table yet");
        }
    }

    @Actor
    public void claim(IIII_Result result) {
        result.r1 = table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void claimToo(IIII_Result result) {
        result.r2 = table.learn(Stations.FIRST, 2, 0);
    }

    @Arbiter
    public void end(IIII_Result result) {
        result.r3 = table.lookup(Stations.FIRST);
        result.r4 = Stations.counted(table);
    }
}
