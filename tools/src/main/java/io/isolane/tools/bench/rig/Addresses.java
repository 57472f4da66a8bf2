package io.isolane.tools.bench.rig;

import java.util.stream.IntStream;

/** The stations of a scenario: half behind the uplinks, half behind the guests. */
final class Addresses {
    private static final long UPLINK = 0x02_55_00_00_00_00L;
    private static final long GUEST = 0x02_66_00_00_00_00L;

    private Addresses() {}

    /** The conversations of each guest: each has one station there and one behind the guest's uplink. */
    static int conversations(Scenario scenario) {
        return Math.max(1, scenario.addresses() / 2 / Wiring.guests(scenario));
    }

    static long guest(Scenario scenario, int port, int conversation) {
        return GUEST + (long) (port - 1) * conversations(scenario) + conversation;
    }

    static long beyondUplink(Scenario scenario, int port, int conversation) {
        return UPLINK + (long) (port - 1) * conversations(scenario) + conversation;
    }

    /** All stations of a guest port. */
    static long[] of(Scenario scenario, int port) {
        return IntStream.range(0, conversations(scenario))
                .mapToLong(conversation -> guest(scenario, port, conversation))
                .toArray();
    }
}
