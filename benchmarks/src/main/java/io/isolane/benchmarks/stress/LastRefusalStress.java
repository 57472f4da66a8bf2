package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import io.isolane.core.table.Sighting;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A worker notes that a station was refused while another thread asks for the last one: its station, port and number. */
@JCStressTest
@Outcome(
        id = {"1, 2, .*", "2, 1, .*"},
        expect = FORBIDDEN,
        desc = "one station at the other's port")
@Outcome(id = "2, 2, 1", expect = FORBIDDEN, desc = "the second, and only one in all")
@Outcome(
        id = {"1, 1, 1", "1, 1, 2", "2, 2, 2"},
        expect = ACCEPTABLE,
        desc = "the first or the second")
@State
public class LastRefusalStress {
    private final MacTable table = Stations.table(4);

    public LastRefusalStress() {
        table.noteRefusal(1, 1, 0);
    }

    @Actor
    public void note() {
        table.noteRefusal(2, 2, 0);
    }

    @Actor
    public void ask(III_Result result) {
        Sighting last = table.lastRefusal(0).orElseThrow();
        result.r1 = (int) last.mac();
        result.r2 = last.to();
        result.r3 = (int) last.count();
    }
}
