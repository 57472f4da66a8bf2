package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.Sighting;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two workers note at once that a station was refused: how many there have been in the end, and whose port is told of the last station. */
@JCStressTest
@Outcome(id = "2, 0", expect = ACCEPTABLE, desc = "both counted, and the last is one of them")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "one is lost, or two are mixed up, or nothing can be noted any more")
@State
public class TwoRefusalsStress {
    private final MacTable table = Stations.table(4);

    @Actor
    public void first() {
        table.noteRefusal(1, 1, 0);
    }

    @Actor
    public void second() {
        table.noteRefusal(2, 2, 0);
    }

    @Arbiter
    public void end(II_Result result) {
        Sighting last = table.lastRefusal(0).orElseThrow();
        result.r1 = (int) last.count();
        result.r2 = last.mac() == last.to() && isNotedStill() ? 0 : 1;
    }

    private boolean isNotedStill() {
        table.noteRefusal(3, 3, 0);
        return table.lastRefusal(0).orElseThrow().mac() == 3;
    }
}
