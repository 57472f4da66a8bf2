package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.core.table.MoveLimit;
import io.isolane.core.table.Overflow;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stations that move: who was where is told, and what moves too often is pinned. */
class RestlessStationTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final TableConfig TABLE = new TableConfig(64, Duration.ofMinutes(5));

    @Test
    void shouldTellTheLastMove() {
        try (ManualSwitch fabric = guests(TABLE, 20)) {
            assertThat(fabric.fabric().lastMove()).isEmpty();
            fabric.send("a", from(A));
            fabric.send("b", from(A));
            fabric.send("c", from(A));
            fabric.advance(90);
            fabric.poll();

            assertThat(fabric.fabric().lastMove())
                    .contains(new ReportedStation("b", "c", 20, A, Duration.ofSeconds(90), 2));
            fabric.detach("b");
            assertThat(fabric.fabric().lastMove().orElseThrow().from()).isEmpty();
        }
    }

    @Test
    void shouldPinAStationThatMovesTooOftenToWhereItWasAndDropItsFramesElsewhere() {
        try (ManualSwitch fabric = guests(TABLE.withMoves(new MoveLimit(3, 10_000)), 20)) {
            fabric.send("a", from(A));
            fabric.send("b", from(A));
            fabric.send("a", from(A));
            fabric.send("b", from(A));
            fabric.listeners();

            fabric.send("b", from(A));
            assertThat(fabric.listeners()).containsExactly("a", "c");
            fabric.send("a", from(A));
            assertThat(fabric.listeners())
                    .as("reclaimed once too often: pinned here")
                    .containsExactly("b", "c");
            fabric.send("b", from(A));
            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("b", DropReason.PINNED_STATION)).isEqualTo(1);
            assertThat(fabric.fabric().lastRefusal()).contains(new ReportedStation("a", "b", 20, A, Duration.ZERO, 1));
            fabric.send("c", WireFrame.of(A, B, 0x0800, new byte[46]));
            assertThat(fabric.listeners()).containsExactly("a");

            fabric.advance(11);
            fabric.send("b", from(A));
            assertThat(fabric.listeners()).containsExactly("a", "c");
        }
    }

    @Test
    void shouldPinNobodyElse() {
        try (ManualSwitch fabric = guests(TABLE.withMoves(new MoveLimit(1, 10_000)), 20)) {
            for (String port : List.of("a", "b", "c")) {
                fabric.send(port, from(A), from(B));
            }
            fabric.listeners();

            fabric.send("a", from(B + 1));
            fabric.send("b", from(B + 1));

            assertThat(fabric.heard("c")).hasSize(2);
            assertThat(fabric.drops("c", DropReason.PINNED_STATION)).isEqualTo(2);
        }
    }

    @Test
    void shouldNotLetAGuestThatMayChangeItsAddressMoveOneTooOften() {
        SourcePolicy changes = new SourcePolicy(false, true);
        try (ManualSwitch fabric = ManualSwitch.of(
                        List.of(VirtualNetwork.of("net", IsolationMode.REGISTERED)),
                        TABLE.withMoves(new MoveLimit(1, 10_000)))
                .attach(
                        PortProfile.guest("a", "net").sources(changes).build(),
                        PortProfile.uplink("up", "net").build(),
                        PortProfile.uplink("other", "net").build())) {
            fabric.send("up", from(A));
            fabric.send("other", from(A));
            fabric.send("a", from(A));

            assertThat(fabric.drops("a", DropReason.FORGED_SOURCE)).isEqualTo(1);
            assertThat(fabric.counters("a").stationsMoved()).isZero();
        }
    }

    @Test
    void shouldForgetNobodyForANewcomerWhereTheTableRefuses() {
        TableConfig small = new TableConfig(2, Duration.ofMinutes(5)).withOverflow(Overflow.REFUSE);
        try (ManualSwitch fabric = guests(small, 20)) {
            fabric.send("a", from(A), from(B));
            fabric.send("b", from(B + 1));
            fabric.listeners();

            assertThat(fabric.counters("b").notLearntFrames()).isEqualTo(1);
            fabric.send("c", WireFrame.of(A, B + 2, 0x0800, new byte[46]));
            assertThat(fabric.listeners()).containsExactly("a");
        }
    }

    private static ManualSwitch guests(TableConfig table, int vid) {
        ManualSwitch fabric = ManualSwitch.of(List.of(VirtualNetwork.of("net", IsolationMode.LEARNING)), table);
        for (String name : List.of("a", "b", "c")) {
            fabric.attach(PortProfile.guest(name, "net")
                    .vlan(VlanMembership.access(vid))
                    .build());
        }
        return fabric;
    }

    private static WireFrame from(long source) {
        return WireFrame.of(ALL, source, 0x0800, new byte[46]);
    }
}
