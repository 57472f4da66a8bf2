package io.isolane.benchmarks;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The parameters of a switch; others than the defaults are chosen with {@code -p}. */
@State(Scope.Thread)
public class SwitchParameters extends TrafficParameters {
    @Param({
        "shared-medium",
        "host-shielded",
        "learning",
        "registered",
        "vlan-per-guest",
        "dedicated-uplink",
        "private-vlan",
        "protected"
    })
    private String mode;

    /** NONE, ACCESS, ACCESS_TO_TRUNK, TUNNEL; vlan-per-guest and private-vlan have VLANs of their own. */
    @Param("ACCESS")
    private Vlans vlans;

    /** KNOWN_UNICAST, UNKNOWN_UNICAST, BROADCAST. */
    @Param("KNOWN_UNICAST")
    private Traffic traffic;

    Scenario scenario() {
        return scenario(Scenario.of(IsolationMode.of(mode))).withVlans(vlans).withTraffic(traffic);
    }
}
