package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.Finding.Stage.GUARDING;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.StormControl;
import io.isolane.core.table.MacTable;
import java.util.ArrayList;
import java.util.List;

/** Words for a frame that the guards of its port let pass. Stateless. */
final class GuardFindings {
    private GuardFindings() {}

    /** After admission. */
    static Finding passed(Batch batch) {
        PortGuards guards = batch.port.guards();
        List<String> reasons = new ArrayList<>();
        long destination = MacTable.mac(batch.destinations[0]);
        if (destination == MacAddress.BROADCAST) {
            say(reasons, "broadcasts may come at ", guards.storms().broadcast());
        } else if (MacAddress.isGroup(destination)) {
            say(reasons, "multicasts may come at ", guards.storms().multicast());
        }
        say(reasons, "the port may send ", guards.rates().in());
        if (guards.refusesPackets()) {
            reasons.add("its packet is one that the port may send");
        }
        return Finding.of(GUARDING, "passed", reasons.isEmpty() ? "no guard is about it" : String.join("; ", reasons));
    }

    /** After the lookup, of unicast to an unknown station where that has a limit. */
    static Finding passedUnknown(StormControl storms) {
        return Finding.of(GUARDING, "passed", "unknown unicast may come at " + storms.unknownUnicast());
    }

    private static void say(List<String> reasons, String what, RateLimit limit) {
        if (!limit.isNone()) {
            reasons.add(what + limit);
        }
    }
}
