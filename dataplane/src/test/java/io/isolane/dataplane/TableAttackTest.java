package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VirtualNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a guest tries on the MAC table and with addresses, and what it must not gain. */
class TableAttackTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final long C = 0x02_00_00_00_00_0cL;
    private static final long NEWCOMER = 0x02_00_00_00_00_0dL;
    private static final long FORGED = 0x02_66_00_00_00_00L;
    private static final int CAPACITY = 64;

    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);
    private static final VirtualNetwork REGISTERED = VirtualNetwork.of("net", IsolationMode.REGISTERED);

    @Test
    void shouldNotShowAFlowToAGuestThatFillsTheTable() {
        try (ManualSwitch fabric = threeGuests()) {
            flood(fabric, 10 * CAPACITY);

            fabric.send("a", frame(B, A));
            fabric.send("b", frame(A, B));

            assertThat(fabric.heard("attacker")).isEmpty();
            assertThat(fabric.heard("a")).hasSize(1);
            assertThat(fabric.heard("b")).hasSize(1);
        }
    }

    @Test
    void shouldLearnANewcomerAtTheAttackersCostWhenTheTableIsFull() {
        try (ManualSwitch fabric = threeGuests()) {
            flood(fabric, 10 * CAPACITY);
            fabric.attach(guest("newcomer").build());
            fabric.send("newcomer", frame(ALL, NEWCOMER));
            fabric.listeners();

            fabric.send("a", frame(NEWCOMER, A));

            assertThat(fabric.listeners()).containsExactly("newcomer");
        }
    }

    @Test
    void shouldLearnNoMoreStationsThanAPortMayHave() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("attacker").stationLimit(3).build(),
                        guest("a").build(),
                        guest("b").build())) {
            flood(fabric, 20);

            fabric.send("a", frame(FORGED + 2, A));
            assertThat(fabric.listeners()).containsExactly("attacker");
            fabric.send("a", frame(FORGED + 3, A));
            assertThat(fabric.listeners()).containsExactly("attacker", "b");
            assertThat(fabric.counters("attacker").notLearntFrames()).isEqualTo(17);
        }
    }

    @Test
    void shouldCountALearntAddressThatMoves() {
        try (ManualSwitch fabric = threeGuests()) {
            fabric.send("attacker", frame(ALL, A));

            assertThat(fabric.counters("attacker").stationsMoved()).isEqualTo(1);
        }
    }

    @Test
    void shouldNotGiveAStaticAddressToWhoeverClaimsIt() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("attacker").build(),
                        guest("a").build(),
                        guest("b").addresses(B).build())) {
            fabric.send("attacker", frame(ALL, B));
            fabric.listeners();

            fabric.send("a", frame(B, A));

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldNeitherForwardNorBelieveAForgedSourceInARegisteredNetwork() {
        try (ManualSwitch fabric = registered(SourcePolicy.REJECT)) {
            fabric.send("attacker", frame(ALL, B), frame(A, FORGED));

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("attacker", DropReason.FORGED_SOURCE)).isEqualTo(2);
        }
    }

    @Test
    void shouldLetAGuestForgeWhereItMayAndStillGiveItNothingThatIsAnothers() {
        try (ManualSwitch fabric = registered(new SourcePolicy(true, false))) {
            fabric.send("attacker", frame(A, B));
            assertThat(fabric.listeners()).containsExactly("a");

            fabric.send("uplink", frame(B, 0x02_00_00_00_00_0eL));
            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldDeliverToTheAddressThatAGuestMadeItsOwnAndNoLongerToTheOneBefore() {
        try (ManualSwitch fabric = registered(new SourcePolicy(false, true))) {
            fabric.send("attacker", frame(ALL, FORGED));
            fabric.send("attacker", frame(ALL, FORGED + 1));
            fabric.listeners();

            fabric.send("uplink", frame(FORGED + 1, NEWCOMER));
            assertThat(fabric.listeners()).containsExactly("attacker");
            fabric.send("uplink", frame(FORGED, NEWCOMER));
            assertThat(fabric.listeners()).isEmpty();
        }
    }

    @Test
    void shouldNotLetTheLanTakeAnAddressThatAGuestMadeItsOwn() {
        try (ManualSwitch fabric = registered(new SourcePolicy(false, true))) {
            fabric.send("attacker", frame(ALL, FORGED));
            fabric.send("uplink", frame(ALL, FORGED));
            fabric.listeners();

            fabric.send("a", frame(FORGED, A));
            assertThat(fabric.listeners()).containsExactly("attacker");
            fabric.send("attacker", frame(A, FORGED));
            assertThat(fabric.listeners()).containsExactly("a");
        }
    }

    @Test
    void shouldDeliverNothingToAGuestWhoseDeviceReportsAnotherAddressThanItsOwn() {
        try (ManualSwitch fabric = ManualSwitch.of(REGISTERED)
                .attach(guest("a").addresses(A).build())
                .attach(guest("changed").addresses(B).reportedAddress(C).build())
                .attach(PortProfile.uplink("uplink", "net").build())) {
            fabric.send("a", frame(ALL, A), frame(B, A), frame(C, A));

            assertThat(fabric.heard("changed")).isEmpty();
        }
    }

    @Test
    void shouldShowACapturingGuestOnlyWhatIsAddressedToIt() {
        try (ManualSwitch fabric = threeGuests()) {
            fabric.send("a", frame(B, A), frame(0x02_00_00_00_00_0fL, A));
            List<WireFrame> heard = fabric.heard("attacker");

            assertThat(heard).as("unknown unicast alone").hasSize(1);
        }
    }

    @Test
    void shouldShowAPromiscuousPortWhatItsReachAllowsAndNoMore() {
        VirtualNetwork net = VirtualNetwork.of("net", IsolationMode.PROTECTED);
        try (ManualSwitch fabric = ManualSwitch.of(net)
                .attach(guest("watcher").promiscuous(true).protectedPort(true).build())
                .attach(
                        guest("a").build(),
                        guest("b").build(),
                        guest("guarded").protectedPort(true).build())) {
            learn(fabric, "a", A);
            learn(fabric, "b", B);
            learn(fabric, "guarded", C);

            fabric.send("a", frame(B, A));
            assertThat(fabric.listeners()).containsExactly("watcher", "b");
            fabric.send("guarded", frame(B, C));
            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldFindAStationThatMovedAndMovedBackByTheVeryNextFrame() {
        try (ManualSwitch fabric = threeGuests()) {
            for (String here : List.of("attacker", "a", "attacker", "a")) {
                fabric.send(here, frame(ALL, A));
                fabric.listeners();

                fabric.send("b", frame(A, B));

                assertThat(fabric.listeners()).containsExactly(here);
            }
        }
    }

    @Test
    void shouldForgetTheStationsOfAPortThatLosesItsLinkAtOnce() {
        try (ManualSwitch fabric = threeGuests()) {
            fabric.link("a", false);
            fabric.poll();

            fabric.send("attacker", frame(ALL, A));
            fabric.listeners();
            fabric.send("b", frame(A, B));

            assertThat(fabric.listeners()).containsExactly("attacker");
        }
    }

    @Test
    void shouldTakeNothingFromAPortWithoutALink() {
        try (ManualSwitch fabric = threeGuests()) {
            fabric.link("a", false);
            fabric.poll();
            fabric.send("a", frame(B, A));
            assertThat(fabric.listeners()).isEmpty();

            fabric.link("a", true);
            fabric.poll();
            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldForgetASilentStationAfterTheAgeingTimeAndKeepOneThatSpeaks() {
        try (ManualSwitch fabric = threeGuests()) {
            for (int i = 0; i < 4; i++) {
                fabric.advance(100);
                fabric.poll();
                fabric.send("b", frame(ALL, B));
            }
            fabric.listeners();

            fabric.send("attacker", frame(A, C));
            assertThat(fabric.listeners()).containsExactly("a", "b");
            fabric.send("attacker", frame(B, C));
            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldNeverSendWhatCameByAnUplinkOutByAnother() {
        for (IsolationMode mode : List.of(IsolationMode.LEARNING, IsolationMode.REGISTERED, IsolationMode.PROTECTED)) {
            try (ManualSwitch fabric = ManualSwitch.of(VirtualNetwork.of("net", mode))
                    .attach(guest("a").addresses(A).build())
                    .attach(
                            PortProfile.uplink("left", "net").build(),
                            PortProfile.uplink("right", "net").build())) {
                learn(fabric, "right", B);

                fabric.send("left", frame(ALL, C), frame(B, C), frame(NEWCOMER, C));

                assertThat(fabric.heard("right")).as(mode.label()).isEmpty();
            }
        }
    }

    @Test
    void shouldSendAFrameToAnUnknownStationFromARegisteredGuestToTheUplinkAloneAndFromTheUplinkNowhere() {
        try (ManualSwitch fabric = registered(SourcePolicy.REJECT)) {
            fabric.send("a", frame(NEWCOMER, A));
            assertThat(fabric.listeners()).containsExactly("uplink");

            fabric.send("uplink", frame(FORGED, NEWCOMER));
            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("uplink", DropReason.UNKNOWN_UNICAST)).isEqualTo(1);
        }
    }

    /** The ports of a learning network, whose stations A and B have spoken. */
    private static ManualSwitch threeGuests() {
        ManualSwitch fabric = ManualSwitch.of(List.of(NET), CAPACITY, 300)
                .attach(
                        guest("attacker").build(),
                        guest("a").build(),
                        guest("b").build());
        learn(fabric, "a", A);
        learn(fabric, "b", B);
        return fabric;
    }

    private static ManualSwitch registered(SourcePolicy attackers) {
        return ManualSwitch.of(REGISTERED)
                .attach(guest("attacker").addresses(C).sources(attackers).build())
                .attach(guest("a").addresses(A).build(), guest("b").addresses(B).build())
                .attach(PortProfile.uplink("uplink", "net").build());
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net");
    }

    private static void learn(ManualSwitch fabric, String port, long station) {
        fabric.send(port, frame(ALL, station));
        fabric.listeners();
    }

    /** As many sources as {@code stations}, a second apart. */
    private static void flood(ManualSwitch fabric, int stations) {
        for (int i = 0; i < stations; i++) {
            fabric.send("attacker", frame(ALL, FORGED + i));
            fabric.listeners();
        }
    }

    private static WireFrame frame(long to, long from) {
        return WireFrame.of(to, from, 0x0800, new byte[] {1, 2, 3});
    }
}
