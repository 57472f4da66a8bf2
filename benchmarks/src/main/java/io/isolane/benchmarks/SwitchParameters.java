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
    /** An isolation mode, by its label; all of them unless told otherwise. */
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

    /**
     * {@code none}, {@code access}, {@code access-to-trunk} or {@code tunnel}; vlan-per-guest and private-vlan have VLANs of their own
     * whatever is chosen here.
     */
    @Param("access")
    private String vlans;

    /** {@code known-unicast}, {@code unknown-unicast} or {@code broadcast}. */
    @Param("known-unicast")
    private String traffic;

    Scenario scenario() {
        return scenario(Scenario.of(IsolationMode.of(mode)))
                .withVlans(Choice.of(Vlans.class, "vlans", vlans))
                .withTraffic(Choice.of(Traffic.class, "traffic", traffic));
    }
}
