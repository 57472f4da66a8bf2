package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.RateLimits;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VirtualNetwork;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Storm control and rate limits on a switch: what passes, what is counted where, and what a change of settings leaves alone. */
class PolicingTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long GROUP = 0x01_00_5e_00_00_01L;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);
    private static final WireFrame BROADCAST = WireFrame.of(ALL, A, 0x0800, new byte[86]);
    private static final WireFrame MULTICAST = WireFrame.of(GROUP, A, 0x0800, new byte[86]);
    private static final WireFrame TO_B = WireFrame.of(B, A, 0x0800, new byte[86]);

    @Test
    void shouldLetBroadcastsThroughAtTheirRateAndEverythingElseFreely() {
        try (ManualSwitch fabric =
                withGuest(storms(RateLimit.of(Rate.frames(1000, 10)), RateLimit.NONE, RateLimit.NONE))) {
            fabric.send("a", times(30, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(10);
            assertThat(fabric.drops("a", DropReason.BROADCAST_STORM)).isEqualTo(20);

            fabric.advance(Duration.ofMillis(3));
            fabric.send("a", times(30, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(3);

            fabric.send("a", times(30, MULTICAST));
            assertThat(fabric.heard("b")).hasSize(30);
            fabric.send("a", times(30, TO_B));
            assertThat(fabric.heard("b")).hasSize(30);
        }
    }

    @Test
    void shouldCountMulticastStormsInBits() {
        try (ManualSwitch fabric =
                withGuest(storms(RateLimit.NONE, RateLimit.of(Rate.bits(800_000, 2000)), RateLimit.NONE))) {
            fabric.send("a", times(30, MULTICAST));
            assertThat(fabric.heard("b")).hasSize(20);

            fabric.advance(Duration.ofMillis(5));
            fabric.send("a", times(30, MULTICAST));
            assertThat(fabric.heard("b")).hasSize(5);
            assertThat(fabric.drops("a", DropReason.MULTICAST_STORM)).isEqualTo(35);
        }
    }

    @Test
    void shouldLimitUnicastOnlyWhileItsDestinationIsUnknown() {
        try (ManualSwitch fabric = withGuest(storms(RateLimit.NONE, RateLimit.NONE, RateLimit.of(Rate.frames(1, 4))))) {
            fabric.send("a", times(30, TO_B));
            assertThat(fabric.heard("b")).hasSize(4);
            assertThat(fabric.drops("a", DropReason.UNKNOWN_UNICAST_STORM)).isEqualTo(26);

            fabric.send("b", WireFrame.of(A, B, 0x0800, new byte[46]));
            assertThat(fabric.heard("a")).hasSize(1);
            fabric.send("a", times(30, TO_B));
            assertThat(fabric.heard("b")).hasSize(30);
        }
    }

    @Test
    void shouldKeepTheOrderAndTheDestinationsOfWhatPassesInAMixedBurst() {
        WireFrame unknown = WireFrame.of(B + 1, A, 0x0800, new byte[86]);
        try (ManualSwitch fabric = withGuest(storms(RateLimit.NONE, RateLimit.NONE, RateLimit.of(Rate.frames(1, 1))))) {
            fabric.attach(guest("c").build());
            fabric.send("b", WireFrame.of(ALL, B, 0x0800, new byte[46]));
            fabric.listeners();

            fabric.send("a", unknown, unknown, TO_B, unknown, BROADCAST, unknown, TO_B);

            assertThat(fabric.heard("b")).containsExactly(unknown, TO_B, BROADCAST, TO_B);
            assertThat(fabric.heard("c")).containsExactly(unknown, BROADCAST);
        }
    }

    @Test
    void shouldTeachTheTableNothingByAFrameThatComesTooFast() {
        WireFrame later = WireFrame.of(ALL, B, 0x0800, new byte[46]);
        try (ManualSwitch fabric = withGuest(in(RateLimit.of(Rate.frames(1, 1))))) {
            fabric.attach(guest("c").build());
            fabric.send("a", BROADCAST, later);
            assertThat(fabric.drops("a", DropReason.RATE_LIMIT_IN)).isEqualTo(1);
            fabric.listeners();

            fabric.send("c", WireFrame.of(B, B + 1, 0x0800, new byte[46]));

            assertThat(fabric.listeners()).containsExactly("a", "b");
        }
    }

    @Test
    void shouldHoldWhatLeavesToItsRateAndCountTheRestWhereItCouldNotLeave() {
        PortProfile slow = guest("b")
                .guards(PortGuards.builder()
                        .rates(new RateLimits(RateLimit.NONE, RateLimit.of(Rate.bits(800_000, 1600)))))
                .build();
        try (ManualSwitch fabric =
                ManualSwitch.of(NET).attach(guest("a").build(), slow, guest("c").build())) {
            fabric.send("a", times(30, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(16);
            assertThat(fabric.heard("c")).hasSize(30);
            assertThat(fabric.drops("b", DropReason.RATE_LIMIT_OUT)).isEqualTo(14);
            assertThat(fabric.counters("b").txFrames()).isEqualTo(16);
            assertThat(fabric.counters("b").txBytes()).isEqualTo(1600);
            assertThat(fabric.counters("a").totalDrops()).isZero();

            fabric.advance(Duration.ofMillis(2));
            fabric.send("a", times(30, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(2);
        }
    }

    @Test
    void shouldKeepWhatIsLeftOfALimitThroughAChangeOfSomethingElse() {
        PortGuards guards = PortGuards.builder()
                .rates(new RateLimits(RateLimit.of(Rate.frames(1, 5)), RateLimit.of(Rate.frames(1, 3))))
                .build();
        try (ManualSwitch fabric = withGuest(guards)) {
            fabric.send("a", times(9, BROADCAST));
            fabric.send("b", times(9, WireFrame.of(A, B, 0x0800, new byte[46])));
            assertThat(fabric.heard("b")).hasSize(5);
            assertThat(fabric.heard("a")).hasSize(3);

            fabric.fabric().reconfigure(guest("a").mtu(9000).guards(guards).build());
            fabric.fabric().reconfigure(guest("b").stationLimit(7).build());
            fabric.send("a", times(9, BROADCAST));
            fabric.send("b", times(9, WireFrame.of(A, B, 0x0800, new byte[46])));

            assertThat(fabric.listeners()).isEmpty();
        }
    }

    @Test
    void shouldBeginAnewWithALimitThatChangesAndWithAPortThatIsNew() {
        PortGuards guards = in(RateLimit.of(Rate.frames(1, 5)));
        try (ManualSwitch fabric = withGuest(guards)) {
            fabric.send("a", times(9, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(5);

            fabric.fabric()
                    .reconfigure(guest("a")
                            .guards(in(RateLimit.of(Rate.frames(1, 6))))
                            .build());
            fabric.send("a", times(9, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(6);

            fabric.fabric().reconfigure(guest("a").build());
            fabric.send("a", times(9, BROADCAST));
            assertThat(fabric.heard("b")).hasSize(9);
        }
    }

    @Test
    void shouldLetTimeRefillWhatMayLeaveWhateverTheClockBeganWith() {
        PortProfile slow = guest("b")
                .guards(PortGuards.builder().rates(new RateLimits(RateLimit.NONE, RateLimit.of(Rate.frames(1000, 4)))))
                .build();
        try (ManualSwitch fabric = ManualSwitch.of(NET)) {
            fabric.advance(Duration.ofDays(-90));
            fabric.attach(guest("a").build(), slow);
            fabric.send("a", times(9, BROADCAST));
            fabric.advance(Duration.ofMillis(3));
            fabric.send("a", times(9, BROADCAST));

            assertThat(fabric.heard("b")).hasSize(7);
        }
    }

    @Test
    void shouldForgetAPortThatIsDetached() {
        PortProfile limited =
                guest("a").guards(in(RateLimit.of(Rate.frames(1, 5)))).build();
        try (ManualSwitch fabric =
                ManualSwitch.of(NET).attach(limited, guest("b").build())) {
            fabric.send("a", times(9, BROADCAST));
            fabric.fabric().detach("a");
            fabric.attach(limited);
            fabric.listeners();

            fabric.send("a", times(9, BROADCAST));

            assertThat(fabric.heard("b")).hasSize(5);
        }
    }

    private static WireFrame[] times(int count, WireFrame frame) {
        WireFrame[] burst = new WireFrame[count];
        Arrays.fill(burst, frame);
        return burst;
    }

    private static ManualSwitch withGuest(PortGuards guards) {
        return ManualSwitch.of(NET)
                .attach(guest("a").guards(guards).build(), guest("b").build());
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net");
    }

    private static PortGuards storms(RateLimit broadcast, RateLimit multicast, RateLimit unknown) {
        return PortGuards.builder()
                .storms(new StormControl(broadcast, multicast, unknown))
                .build();
    }

    private static PortGuards in(RateLimit limit) {
        return PortGuards.builder().rates(new RateLimits(limit, RateLimit.NONE)).build();
    }
}
