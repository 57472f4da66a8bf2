package io.isolane.tools.bench.rig;

import java.util.stream.IntStream;

/**
 * The stations of a scenario, in pairs that talk to each other: one behind a guest, one behind its uplink. Guests have as many as the
 * others or one more, and none where there are fewer pairs than guests.
 */
final class Addresses {
    private static final long UPLINK = 0x02_55_00_00_00_00L;
    private static final long GUEST = 0x02_66_00_00_00_00L;
    /** Never speaks; those that follow do not either. */
    static final long SILENT = 0x02_77_00_00_00_00L;

    private Addresses() {}

    /** The conversations of a guest. */
    static int conversations(Scenario scenario, int port) {
        int guests = Wiring.guests(scenario);
        int all = scenario.addresses() / 2;
        return all / guests + (Wiring.guestIndex(scenario, port) < all % guests ? 1 : 0);
    }

    /** The conversations of the guest that has most. */
    static int mostConversations(Scenario scenario) {
        return Math.ceilDiv(scenario.addresses() / 2, Wiring.guests(scenario));
    }

    static long guest(Scenario scenario, int port, int conversation) {
        return GUEST + first(scenario, port) + conversation;
    }

    static long beyondUplink(Scenario scenario, int port, int conversation) {
        return UPLINK + first(scenario, port) + conversation;
    }

    /** The stations that a guest is configured with where it must be: its own, or one that never speaks. */
    static long[] configured(Scenario scenario, int port) {
        return conversations(scenario, port) > 0 ? of(scenario, port) : new long[] {SILENT + port};
    }

    /** All stations of a guest port that speak. */
    static long[] of(Scenario scenario, int port) {
        return IntStream.range(0, conversations(scenario, port))
                .mapToLong(conversation -> guest(scenario, port, conversation))
                .toArray();
    }

    /** All stations beyond the uplink of a guest port that speak to it. */
    static long[] beyondUplinkOf(Scenario scenario, int port) {
        return IntStream.range(0, conversations(scenario, port))
                .mapToLong(conversation -> beyondUplink(scenario, port, conversation))
                .toArray();
    }

    private static long first(Scenario scenario, int port) {
        return (long) Wiring.guestIndex(scenario, port) * mostConversations(scenario);
    }
}
