package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.VirtualNetwork;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may speak behind a port, and what becomes of those who may not. */
class PortSecurityTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final long C = 0x02_00_00_00_00_0cL;
    private static final long FORGED = 0x02_66_00_00_00_00L;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);
    private static final PortSecurity PROTECT = PortSecurity.of(Violation.PROTECT);
    private static final PortSecurity STICKY =
            new PortSecurity(Violation.RESTRICT, List.of(), true, Duration.ofMinutes(5));

    @ParameterizedTest
    @EnumSource(
            names = {"PROTECT", "RESTRICT"},
            value = Violation.class)
    void shouldDropAFrameOfAnAddressBeyondTheLimit(Violation violation) {
        try (ManualSwitch fabric = secured(2, PortSecurity.of(violation))) {
            fabric.send("a", from(A), from(B));
            assertThat(fabric.heard("b")).hasSize(2);

            fabric.send("a", from(C), from(A));

            assertThat(fabric.heard("b")).hasSize(1);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
        }
    }

    @Test
    void shouldLearnNothingFromAFrameThatItRefuses() {
        try (ManualSwitch fabric = secured(1, PROTECT)) {
            fabric.send("a", from(A), from(C));
            fabric.listeners();

            fabric.send("b", WireFrame.of(C, B, 0x0800, new byte[46]));

            assertThat(fabric.listeners()).containsExactly("a", "c");
        }
    }

    @Test
    void shouldNotLetAnAttackerLockOutAnAddressThatWasThereBefore() {
        try (ManualSwitch fabric = secured(3, PROTECT)) {
            fabric.send("a", from(A));
            for (int i = 0; i < 100; i++) {
                fabric.send("a", from(FORGED + i));
            }
            fabric.advance(10_000);
            fabric.poll();
            fabric.send("a", from(FORGED + 500));
            fabric.listeners();

            fabric.send("a", from(A));

            assertThat(fabric.heard("b")).hasSize(1);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(99);
        }
    }

    @Test
    void shouldLetOnlyTheAllowedSpeakAndThePortsKnownAddresses() {
        PortSecurity listed = new PortSecurity(Violation.RESTRICT, List.of(B, A), false, Duration.ZERO);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("a")
                                .addresses(C)
                                .stationLimit(5)
                                .guards(PortGuards.builder().security(listed))
                                .build(),
                        guest("b").build())) {
            fabric.send("a", from(A), from(B), from(C), from(FORGED));

            assertThat(fabric.heard("b")).hasSize(3);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
        }
    }

    @Test
    void shouldHoldAPortToItsKnownAddressesWhereItMayLearnNone() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("a")
                                .addresses(A)
                                .stationLimit(0)
                                .guards(PortGuards.builder().security(PROTECT))
                                .build(),
                        guest("b").build())) {
            fabric.send("a", from(A), from(B), from(A));

            assertThat(fabric.heard("b")).hasSize(2);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetWhoIsNoLongerAllowed() {
        try (ManualSwitch fabric = secured(5, PROTECT)) {
            fabric.send("a", from(A), from(B));
            fabric.listeners();
            PortSecurity listed = new PortSecurity(Violation.PROTECT, List.of(A), false, Duration.ZERO);
            fabric.reconfigure(
                    guest("a").guards(PortGuards.builder().security(listed)).build());

            fabric.send("a", from(A), from(B));

            assertThat(fabric.heard("b")).hasSize(1);
        }
    }

    @Test
    void shouldLeaveAStickyAddressWhereItIs() {
        try (ManualSwitch fabric = secured(2, STICKY)) {
            fabric.send("a", from(A));
            fabric.advance(10_000);
            fabric.poll();
            fabric.send("b", from(A));
            fabric.listeners();

            fabric.send("c", WireFrame.of(A, C, 0x0800, new byte[46]));

            assertThat(fabric.listeners()).containsExactly("a");
            assertThat(fabric.counters("b").stationsMoved()).isZero();
            assertThat(fabric.counters("b").notLearntFrames()).isEqualTo(1);
        }
    }

    @Test
    void shouldRefuseOnASecuredPortAnAddressThatSticksToAnother() {
        try (ManualSwitch fabric = secured(2, STICKY)) {
            fabric.attach(guest("d")
                    .stationLimit(2)
                    .guards(PortGuards.builder().security(PROTECT))
                    .build());
            fabric.send("a", from(A));
            fabric.send("d", from(A));

            assertThat(fabric.drops("d", DropReason.PORT_SECURITY)).isEqualTo(1);
        }
    }

    @Test
    void shouldNotLetAStickyPortTakeANeighboursAddressUnlessItIsAllowed() {
        try (ManualSwitch fabric = secured(2, STICKY)) {
            fabric.send("b", from(B));
            fabric.send("a", from(B));
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);

            PortSecurity allowed = new PortSecurity(Violation.RESTRICT, List.of(B), true, Duration.ZERO);
            fabric.reconfigure(
                    guest("a").guards(PortGuards.builder().security(allowed)).build());
            fabric.send("a", from(B));

            assertThat(fabric.counters("a").stationsMoved()).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetStickyAddressesWhenThePortLosesItsLinkOrIsCleared() {
        try (ManualSwitch fabric = secured(1, STICKY)) {
            fabric.send("a", from(A));
            fabric.link("a", false);
            fabric.poll();
            fabric.link("a", true);
            fabric.send("a", from(B));
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isZero();

            fabric.fabric().clear("a");
            fabric.send("a", from(C));

            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isZero();
            fabric.send("a", from(A));
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
        }
    }

    @Test
    void shouldReportWhatItRestrictsAndNotWhatItProtects() {
        try (ManualSwitch fabric = secured(1, PROTECT)) {
            fabric.send("a", from(A), from(FORGED));
            assertThat(fabric.fabric().lastRefusal()).isEmpty();

            fabric.reconfigure(guest("a")
                    .stationLimit(1)
                    .guards(PortGuards.builder().security(STICKY))
                    .build());
            fabric.send("b", from(B));
            fabric.send("a", from(FORGED), from(B));
            fabric.advance(7);

            assertThat(fabric.fabric().lastRefusal())
                    .contains(new ReportedStation("b", "a", 0, B, Duration.ofSeconds(7), 2));
        }
    }

    @Test
    void shouldComposeWithOtherGuards() {
        PortGuards guards = PortGuards.builder()
                .security(PROTECT)
                .rates(new RateLimits(RateLimit.of(Rate.frames(1, 2)), RateLimit.NONE))
                .build();
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("a").stationLimit(1).guards(guards).build(),
                        guest("b").build())) {
            fabric.send("a", from(A), from(B), from(A));

            assertThat(fabric.heard("b")).hasSize(1);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
            assertThat(fabric.drops("a", DropReason.RATE_LIMIT_IN)).isEqualTo(1);
        }
    }

    @Test
    void shouldRefusePortsThatCouldKeepMoreThanHalfTheTable() {
        try (ManualSwitch fabric = ManualSwitch.of(List.of(NET), 100, 300)
                .attach(guest("a")
                        .stationLimit(40)
                        .guards(PortGuards.builder().security(PROTECT))
                        .build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fabric.attach(guest("b")
                            .stationLimit(11)
                            .guards(PortGuards.builder().noFloodKnown(true))
                            .build()))
                    .withMessageContaining("may keep 51 stations")
                    .withMessageContaining("lets them keep 50: give it a larger capacity");
            assertThat(fabric.fabric().ports()).containsExactly("a");
        }
    }

    /** Guests a, b and c, the first of which is secured. */
    private static ManualSwitch secured(int maximum, PortSecurity rules) {
        return ManualSwitch.of(NET)
                .attach(
                        guest("a")
                                .stationLimit(maximum)
                                .guards(PortGuards.builder().security(rules))
                                .build(),
                        guest("b").build(),
                        guest("c").build());
    }

    private static WireFrame from(long source) {
        return WireFrame.of(ALL, source, 0x0800, new byte[46]);
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net").stationLimit(16);
    }
}
