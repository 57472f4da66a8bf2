package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.table.MacTable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A slot goes from one station to another and back, each on its own port, while both are looked up: wrong ports, stations found. */
@JCStressTest
@Outcome(id = "[1-9].*, .*", expect = FORBIDDEN, desc = "one station's port for the other: a frame to the wrong guest")
@Outcome(id = "0, [0-9]+", expect = ACCEPTABLE, desc = "its own port, or unknown")
@State
public class RecycledEntryStress {
    private static final int LOOKUPS = 60;

    private final MacTable table = Stations.table(1);
    private final long[] keys = {Stations.FIRST, Stations.RIVAL};
    private final long[] found = new long[keys.length];
    private final int[] ports = new int[keys.length];

    public RecycledEntryStress() {
        table.learn(Stations.FIRST, 1, 0);
    }

    @Actor
    public void lookUp(II_Result result) {
        for (int i = 0; i < LOOKUPS; i++) {
            count(table.lookup(Stations.FIRST), table.lookup(Stations.RIVAL), result);
            table.find(keys, found, keys.length);
            table.ports(found, ports, keys.length);
            count(ports[0], ports[1], result);
        }
    }

    private static void count(int first, int rival, II_Result result) {
        result.r1 += (first == 2 ? 1 : 0) + (rival == 1 ? 1 : 0);
        result.r2 += (first == 1 ? 1 : 0) + (rival == 2 ? 1 : 0);
    }

    @Actor
    public void recycle() {
        table.learn(Stations.RIVAL, 2, 0);
        table.learn(Stations.FIRST, 1, 0);
        table.learn(Stations.RIVAL, 2, 0);
    }
}
