package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.VirtualNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is for a station that has been silent for long goes to its port, and to no neighbour. */
class NoFloodKnownTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long ROUTER = 0x02_00_00_00_00_01L;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long FORGED = 0x02_66_00_00_00_00L;
    private static final int CAPACITY = 64;
    private static final int AGEING = 300;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);
    private static final VirtualNetwork PROTECTED = VirtualNetwork.of("net", IsolationMode.PROTECTED);

    @Test
    void shouldShowANeighbourWhatIsForASilentStationWhereItIsOff() {
        try (ManualSwitch fabric = protectedGuests(PROTECTED, false)) {
            assertThat(heardAfterSilence(fabric)).containsExactly("a", "attacker");
        }
    }

    @Test
    void shouldShowANeighbourNothingThatIsForASilentStation() {
        try (ManualSwitch fabric = protectedGuests(PROTECTED, true)) {
            assertThat(heardAfterSilence(fabric)).containsExactly("a");
        }
    }

    @Test
    void shouldHoldForAllPortsOfANetworkThatSaysSo() {
        try (ManualSwitch fabric = protectedGuests(PROTECTED.withNoFloodKnown(), false)) {
            assertThat(heardAfterSilence(fabric)).containsExactly("a");
        }
    }

    @Test
    void shouldForgetAStationWithItsPortsLink() {
        try (ManualSwitch fabric = protectedGuests(PROTECTED, true)) {
            fabric.send("a", frame(ALL, A));
            fabric.link("a", false);
            fabric.poll();
            fabric.listeners();

            fabric.send("router", frame(A, ROUTER));

            assertThat(fabric.listeners()).containsExactly("attacker");
        }
    }

    @Test
    void shouldLetAStationMoveToAnotherPort() {
        try (ManualSwitch fabric = guests()) {
            fabric.send("a", frame(ALL, A));
            fabric.send("b", frame(ALL, A));
            fabric.listeners();

            fabric.send("router", frame(A, ROUTER));

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldForgetNoSilentStationForAnAttackerWhoFillsTheTable() {
        try (ManualSwitch fabric = guests()) {
            fabric.send("a", frame(ALL, A));
            fabric.advance(10 * AGEING);
            for (int i = 0; i < 10 * CAPACITY; i++) {
                fabric.send("b", frame(ALL, FORGED + i));
                fabric.listeners();
            }

            fabric.send("router", frame(A, ROUTER));

            assertThat(fabric.listeners()).containsExactly("a");
        }
    }

    @Test
    void shouldLetNobodyInWhomItCouldNotKeep() {
        try (ManualSwitch fabric = guests()) {
            for (int i = 0; i < 12; i++) {
                fabric.send("a", frame(ALL, FORGED + i));
                fabric.listeners();
            }
            assertThat(fabric.drops("a", DropReason.UNLEARNT_SOURCE)).isEqualTo(4);

            fabric.send("router", frame(FORGED + 3, ROUTER));
            assertThat(fabric.listeners()).containsExactly("a");
            fabric.send("a", frame(ALL, FORGED));
            assertThat(fabric.listeners()).containsExactly("b", "router");
        }
    }

    @Test
    void shouldAskHowManyStationsAnUplinkMayKeep() {
        try (ManualSwitch fabric = ManualSwitch.of(NET.withNoFloodKnown())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> fabric.attach(PortProfile.uplink("up", "net").build()))
                    .withMessageContaining("say how many with station-limit");
            fabric.attach(PortProfile.uplink("up", "net").stationLimit(20).build());
        }
    }

    @Test
    void shouldRefuseWhatAHubCannotDo() {
        for (IsolationMode hub : List.of(IsolationMode.SHARED_MEDIUM, IsolationMode.HOST_SHIELDED)) {
            VirtualNetwork net = VirtualNetwork.of("net", hub);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ManualSwitch.of(net.withNoFloodKnown()))
                    .withMessageContaining("or use mode learning");
            try (ManualSwitch fabric = ManualSwitch.of(net)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> fabric.attach(kept("a").build()))
                        .withMessageContaining("or use mode learning");
            }
        }
    }

    private static List<String> heardAfterSilence(ManualSwitch fabric) {
        fabric.send("a", frame(ALL, A));
        fabric.listeners();
        fabric.advance(10 * AGEING);
        fabric.poll();
        fabric.send("router", frame(A, ROUTER));
        return fabric.listeners();
    }

    /** Two guests kept apart, and the router whom both hear. */
    private static ManualSwitch protectedGuests(VirtualNetwork network, boolean noFloodKnown) {
        return ManualSwitch.of(List.of(network), CAPACITY, AGEING)
                .attach(
                        kept("a")
                                .protectedPort(true)
                                .guards(PortGuards.builder().noFloodKnown(noFloodKnown))
                                .build(),
                        PortProfile.guest("attacker", "net")
                                .stationLimit(8)
                                .protectedPort(true)
                                .build(),
                        PortProfile.guest("router", "net").stationLimit(8).build());
    }

    /** Guest a keeps its stations, b and the router do not. */
    private static ManualSwitch guests() {
        return ManualSwitch.of(List.of(NET), CAPACITY, AGEING)
                .attach(
                        kept("a").build(),
                        PortProfile.guest("b", "net").build(),
                        PortProfile.guest("router", "net").build());
    }

    private static PortProfileBuilder kept(String name) {
        return PortProfile.guest(name, "net")
                .stationLimit(8)
                .guards(PortGuards.builder().noFloodKnown(true));
    }

    private static WireFrame frame(long destination, long source) {
        return WireFrame.of(destination, source, 0x0800, new byte[46]);
    }
}
