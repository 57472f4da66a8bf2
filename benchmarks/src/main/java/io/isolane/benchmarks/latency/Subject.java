package io.isolane.benchmarks.latency;

import io.isolane.benchmarks.reference.CMedium;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Scenario;
import java.io.IOException;

/** What lies between the tester's ports, in a thread of its own that spins. */
enum Subject {
    NO_SWITCH("no switch") {
        @Override
        LatencyRig open(Scenario scenario, Runnable started) {
            return LatencyRig.withoutSwitch(scenario, started);
        }
    },
    C("C") {
        @Override
        LatencyRig open(Scenario scenario, Runnable started) throws IOException {
            return new LatencyRig(scenario, CMedium.of(scenario), started);
        }
    },
    ISOLANE("Isolane") {
        @Override
        LatencyRig open(Scenario scenario, Runnable started) {
            return new LatencyRig(scenario, started);
        }
    };

    private final String label;

    Subject(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /**
     * A rig for a scenario that has learnt all stations; the thread that moves its frames is kept where the calling one is now.
     *
     * @param started what the calling thread does when that one has started
     * @throws IOException if C cannot be built, or there is no memory for it
     */
    abstract LatencyRig open(Scenario scenario, Runnable started) throws IOException;
}
