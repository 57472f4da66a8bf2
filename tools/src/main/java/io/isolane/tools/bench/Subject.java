package io.isolane.tools.bench;

import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.LatencyRig;
import io.isolane.tools.bench.rig.Scenario;

/**
 * One line of the table: a mode, or the baseline that all of them are seen against. Immutable.
 *
 * @param name the mode's label, or {@link #BASELINE}
 */
record Subject(String name, Scenario scenario, boolean hasSwitch) {
    static final String BASELINE = "no switch";

    static Subject of(Scenario scenario) {
        return new Subject(scenario.mode().label(), scenario, true);
    }

    static Subject withoutSwitch(Scenario scenario) {
        return new Subject(BASELINE, scenario, false);
    }

    ForwardingRig forwardingRig() {
        return hasSwitch ? new ForwardingRig(scenario) : ForwardingRig.withoutSwitch(scenario);
    }

    LatencyRig latencyRig() {
        return hasSwitch ? new LatencyRig(scenario) : LatencyRig.withoutSwitch(scenario);
    }
}
