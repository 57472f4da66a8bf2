package io.isolane.dataplane.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.isolane.core.counter.DropReason;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

final class ReferenceSwitchPropertyTest {
    @Property(tries = 2000, seed = "802", shrinking = ShrinkingMode.OFF)
    void shouldForwardAndCountWhatTheReferenceSwitchForwardsAndCounts(@ForAll long seed) {
        compare(Scenario.next(new Random(seed)));
    }

    @Property(tries = 300, seed = "1", shrinking = ShrinkingMode.OFF)
    void shouldMakeRoomInAFullTableAsTheReferenceSwitchDoes(@ForAll long seed) {
        compare(Scenario.nextOfFullTable(new Random(seed)));
    }

    private static void compare(Scenario scenario) {
        Optional<Difference> difference = Comparison.difference(scenario);
        if (difference.isPresent()) {
            Scenario smallest = Comparison.smallest(scenario);
            fail("%s", Script.of(smallest, Comparison.difference(smallest).orElseThrow()));
        }
    }

    @Example
    void shouldMeetEveryReasonThatAFrameAloneCanGive() {
        Set<DropReason> met = EnumSet.noneOf(DropReason.class);
        for (int seed = 0; seed < 200; seed++) {
            met.addAll(Comparison.reasons(Scenario.next(new Random(seed))));
        }

        assertThat(EnumSet.complementOf(EnumSet.copyOf(met)))
                .containsExactly(
                        DropReason.BAD_DESCRIPTOR,
                        DropReason.BAD_OFFLOAD,
                        DropReason.CUT_IN_CAPTURE,
                        DropReason.BROADCAST_STORM,
                        DropReason.MULTICAST_STORM,
                        DropReason.UNKNOWN_UNICAST_STORM,
                        DropReason.ACCESS_LIST_IN,
                        DropReason.RATE_LIMIT_IN,
                        DropReason.UNREADABLE_HEADERS,
                        DropReason.ROGUE_DHCP,
                        DropReason.FORGED_DHCP,
                        DropReason.ROGUE_ROUTER,
                        DropReason.FORGED_ARP,
                        DropReason.FORGED_ND,
                        DropReason.UNBOUND_SOURCE,
                        DropReason.BINDING_LIMIT,
                        DropReason.UNBOUND_LEASE,
                        DropReason.SENT_WHILE_DOWN,
                        DropReason.PINNED_STATION,
                        DropReason.POOL_EMPTY,
                        DropReason.WORKER_RING_FULL,
                        DropReason.ACCESS_LIST_OUT,
                        DropReason.RATE_LIMIT_OUT,
                        DropReason.TX_FULL,
                        DropReason.TX_REFUSED,
                        DropReason.REACH_VIOLATION);
    }
}
