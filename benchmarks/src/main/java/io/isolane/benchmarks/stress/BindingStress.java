package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.binding.BindResult;
import io.isolane.core.binding.BindingTable;
import java.util.SplittableRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * One worker gives an address back and binds it to another station behind another port, while a second asks for a mixture of
 * both and for the new one.
 */
@JCStressTest
@Outcome(id = "1, .*, .*", expect = FORBIDDEN, desc = "the old station behind the new port, which never was")
@Outcome(id = ".*, .*, 0", expect = FORBIDDEN, desc = "bound at the end to nobody")
@Outcome(id = "0, 0, 1", expect = ACCEPTABLE, desc = "not yet bound")
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "bound already")
@State
public class BindingStress {
    private static final long ADDRESS = 0x0a00_0005L;
    private static final long OLD = 0x02_00_00_00_00_01L;
    private static final long NEW = 0x02_00_00_00_00_02L;

    private final BindingTable table = new BindingTable(RoundArena.INSTANCE, 4, 4, new SplittableRandom(1));

    public BindingStress() {
        table.learn(1, false, 0, ADDRESS, OLD, 1, 8, BindingTable.NEVER, 0);
    }

    @Actor
    public void move() {
        table.forget(1, false, 0, ADDRESS, 1);
        if (table.learn(1, false, 0, ADDRESS, NEW, 2, 8, BindingTable.NEVER, 0) != BindResult.BOUND) {
            throw new IllegalStateException("nobody else changes the table");
        }
    }

    @Actor
    public void ask(III_Result result) {
        result.r1 = isBound(OLD, 2) ? 1 : isBound(NEW, 1) ? 1 : 0;
        result.r2 = isBound(NEW, 2) ? 1 : 0;
    }

    @Arbiter
    public void end(III_Result result) {
        result.r3 = isBound(NEW, 2) ? 1 : 0;
    }

    private boolean isBound(long mac, int port) {
        return table.isBound(1, false, 0, ADDRESS, mac, port, 0);
    }
}
