package io.isolane.tools.bench.rfc2544;

import io.isolane.tools.bench.suite.BenchTest;
import java.util.List;

/** The suite. Stateless. */
public final class Rfc2544 {
    /** What the tests' names begin with. */
    public static final String NAME = "rfc2544";

    private Rfc2544() {}

    /** The tests in the order of RFC 2544, 26, with a memory in common: what one found, the next ones use. */
    public static List<BenchTest> tests() {
        Throughput throughput = new Throughput();
        return List.of(
                throughput,
                new Latency(throughput),
                new FrameLoss(),
                new BackToBack(throughput),
                new Recovery(throughput),
                new Reset(throughput));
    }
}
