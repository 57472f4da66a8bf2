package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.PortSecurity;
import io.isolane.core.policy.PortSecurity.Violation;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.port.PortStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A port that port security puts down: it alone, for a time, and without giving its stations' places away. */
class PortShutdownTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final long FORGED = 0x02_66_00_00_00_00L;
    private static final Duration RECOVERY = Duration.ofSeconds(30);

    @Test
    void shouldPutThePortDownAndNoOther() {
        try (ManualSwitch fabric = secured(RECOVERY)) {
            violate(fabric);
            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.SHUT_DOWN);

            fabric.send("a", from(A));
            fabric.send("b", from(B));

            assertThat(fabric.listeners()).containsExactly("c");
            assertThat(fabric.drops("a", DropReason.PORT_DOWN)).isEqualTo(1);
        }
    }

    @Test
    void shouldDropTheRestOfTheBatchTooAndReportOnce() {
        try (ManualSwitch fabric = secured(RECOVERY)) {
            fabric.send("a", from(A), from(FORGED), from(A), from(FORGED + 1));

            assertThat(fabric.heard("b")).hasSize(1);
            assertThat(fabric.drops("a", DropReason.PORT_SECURITY)).isEqualTo(1);
            assertThat(fabric.drops("a", DropReason.SENT_WHILE_DOWN)).isEqualTo(2);
            assertThat(fabric.fabric().lastRefusal().orElseThrow().count()).isEqualTo(1);
        }
    }

    @Test
    void shouldComeUpAgainWhenItsTimeHasPassedWithoutWhatWasSentMeanwhile() {
        try (ManualSwitch fabric = secured(RECOVERY)) {
            violate(fabric);
            fabric.send("a", from(A), from(FORGED));
            fabric.advance(RECOVERY.minusMillis(1));
            fabric.poll();
            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.SHUT_DOWN);

            fabric.advance(Duration.ofMillis(1));
            fabric.poll();

            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.UP);
            assertThat(fabric.drops("a", DropReason.SENT_WHILE_DOWN)).isEqualTo(2);
            assertThat(fabric.listeners()).isEmpty();
            fabric.send("a", from(A));
            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    @Test
    void shouldKeepTheStationsPlacesWhileThePortIsDown() {
        try (ManualSwitch fabric = secured(RECOVERY)) {
            violate(fabric);
            fabric.send("b", WireFrame.of(A, B, 0x0800, new byte[46]));
            assertThat(fabric.listeners()).isEmpty();
            fabric.advance(RECOVERY);
            fabric.poll();

            fabric.send("a", from(FORGED));

            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.SHUT_DOWN);
            assertThat(fabric.listeners()).isEmpty();
        }
    }

    @Test
    void shouldForgetTheStationsOfAPortThatLosesItsLinkWhileItIsDown() {
        try (ManualSwitch fabric = secured(RECOVERY)) {
            violate(fabric);
            fabric.link("a", false);
            fabric.poll();
            fabric.link("a", true);

            fabric.send("b", WireFrame.of(A, B, 0x0800, new byte[46]));
            assertThat(fabric.listeners()).containsExactly("c");

            fabric.advance(RECOVERY);
            fabric.poll();
            fabric.send("a", from(FORGED));
            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    @Test
    void shouldStayDownUntilItIsClearedWithoutARecoveryTime() {
        try (ManualSwitch fabric = secured(Duration.ZERO)) {
            violate(fabric);
            fabric.advance(Duration.ofDays(30));
            fabric.poll();
            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.SHUT_DOWN);

            fabric.fabric().clear("a");

            assertThat(fabric.fabric().status("a")).isEqualTo(PortStatus.UP);
            fabric.send("a", from(FORGED));
            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    @Test
    void shouldComeUpWhenItsSecurityIsChanged() {
        try (ManualSwitch fabric = secured(Duration.ZERO)) {
            violate(fabric);
            fabric.reconfigure(guest("a").build());

            fabric.send("a", from(FORGED));

            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    private static void violate(ManualSwitch fabric) {
        fabric.send("a", from(A), from(FORGED));
        fabric.listeners();
    }

    private static ManualSwitch secured(Duration recovery) {
        PortSecurity rules = new PortSecurity(Violation.SHUTDOWN, List.of(), false, recovery);
        return ManualSwitch.of(VirtualNetwork.of("net", IsolationMode.LEARNING))
                .attach(
                        guest("a")
                                .stationLimit(1)
                                .guards(PortGuards.builder().security(rules))
                                .build(),
                        guest("b").build(),
                        guest("c").build());
    }

    private static WireFrame from(long source) {
        return WireFrame.of(ALL, source, 0x0800, new byte[46]);
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net");
    }
}
