package io.isolane.benchmarks.reference;

import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.Scenario;

/** Isolane, as {@code ForwardingThroughputBenchmark} measures it. */
final class IsolaneRig implements Rig {
    private final ForwardingRig rig;

    IsolaneRig(Scenario scenario) {
        rig = new ForwardingRig(scenario);
    }

    @Override
    public long run(int steps) {
        long entered = 0;
        for (int i = 0; i < steps; i++) {
            entered += rig.step();
        }
        return entered;
    }

    @Override
    public long dropped() {
        return rig.dropped();
    }

    @Override
    public void close() {
        rig.close();
    }
}
