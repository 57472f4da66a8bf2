package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A station learnt on port 1 is given a static entry on port 2 while it is looked up twice: the ports found. */
@JCStressTest
@Outcome(
        id = {"-1, .*", ".*, -1"},
        expect = FORBIDDEN,
        desc = "unknown for a moment: its frames would be flooded")
@Outcome(id = "2, 1", expect = FORBIDDEN, desc = "the entry that was replaced")
@Outcome(
        id = {"1, 1", "1, 2", "2, 2"},
        expect = ACCEPTABLE,
        desc = "the old port, then the new one")
@State
public class StaticOverLearntStress {
    private final MacTable table = Stations.table(4);

    public StaticOverLearntStress() {
        table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void lookUp(II_Result result) {
        result.r1 = table.lookup(Stations.FIRST);
        result.r2 = table.lookup(Stations.FIRST);
    }

    @Actor
    public void putStatic() {
        table.putStatic(Stations.FIRST, 2);
    }
}
