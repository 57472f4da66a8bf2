package io.isolane.benchmarks.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.isolane.core.acl.AccessFilter;
import io.isolane.core.acl.AccessList;
import io.isolane.core.acl.AccessRule;
import io.isolane.core.acl.FrameKey;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** One worker judges two frames while somebody reads how often the rule has matched, twice. */
@JCStressTest
@Outcome(
        id = {"1, 0, 2", "2, 0, 2", "2, 1, 2"},
        expect = FORBIDDEN,
        desc = "counted backwards")
@Outcome(id = "[012], [012], 2", expect = ACCEPTABLE, desc = "what has been counted so far")
@State
public class RuleHitsStress {
    private final FrameKey key = new FrameKey();
    private final AccessFilter filter = AccessFilter.keptOrNew(
            AccessFilter.OFF,
            List.of(AccessList.of("list", AccessRule.permit().build())),
            mirror -> AccessFilter.NO_PORT);

    @Actor
    public void judge() {
        filter.judge(key, 60);
        filter.judge(key, 60);
    }

    @Actor
    public void read(III_Result result) {
        result.r1 = frames();
        result.r2 = frames();
    }

    @Arbiter
    public void end(III_Result result) {
        result.r3 = frames();
    }

    private int frames() {
        return (int) filter.hits().getFirst().frames();
    }
}
