package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.SourcePolicy;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A running switch that is told something else: it holds at once, and only where it was said. */
class ReconfigurationTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    @Test
    void shouldHoldANewMtuForWhatEntersAndForWhatLeaves() {
        WireFrame jumbo = WireFrame.of(ALL, A, 0x0800, new byte[1504]);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("a").mtu(1504).build(), guest("b").build())) {
            fabric.send("a", jumbo);
            assertThat(fabric.drops("b", DropReason.TX_OVER_MTU)).isEqualTo(1);

            fabric.fabric().reconfigure(guest("b").mtu(1504).build());
            fabric.send("a", jumbo);
            assertThat(fabric.heard("b")).containsExactly(jumbo);

            fabric.fabric().reconfigure(guest("a").build());
            fabric.send("a", jumbo);
            assertThat(fabric.drops("a", DropReason.OVER_LONG)).isEqualTo(1);
        }
    }

    @Test
    void shouldForgetTheStationsOfAPortThatChangesItsVlan() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(inVlan("a", 10), inVlan("b", 10), inVlan("c", 10))) {
            fabric.send("b", WireFrame.of(ALL, B, 0x0800, new byte[4]));
            fabric.fabric().reconfigure(inVlan("b", 20));
            fabric.fabric().reconfigure(inVlan("b", 10));
            fabric.listeners();

            fabric.send("a", WireFrame.of(B, A, 0x0800, new byte[4]));

            assertThat(fabric.listeners()).containsExactly("b", "c");
        }
    }

    @Test
    void shouldNotAcceptAnAddressThatAGuestMadeItsOwnWhileItStillMight() {
        VirtualNetwork net = VirtualNetwork.of("net", IsolationMode.REGISTERED);
        PortProfile free =
                guest("a").addresses(A).sources(new SourcePolicy(false, true)).build();
        try (ManualSwitch fabric = ManualSwitch.of(net)
                .attach(free, PortProfile.uplink("uplink", "net").build())) {
            WireFrame changed = WireFrame.of(ALL, B, 0x0800, new byte[4]);
            fabric.send("a", changed);
            assertThat(fabric.listeners()).containsExactly("uplink");

            fabric.fabric().reconfigure(guest("a").addresses(A).build());
            fabric.send("a", changed);

            assertThat(fabric.listeners()).isEmpty();
            assertThat(fabric.drops("a", DropReason.FORGED_SOURCE)).isEqualTo(1);
        }
    }

    @Test
    void shouldKeepTheStationsOfEveryOtherPortAndOfOneThatChangesSomethingElse() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("a").build(), guest("b").build(), guest("c").build())) {
            fabric.send("b", WireFrame.of(ALL, B, 0x0800, new byte[4]));
            fabric.fabric().reconfigure(guest("b").stationLimit(5).build());
            fabric.fabric()
                    .reconfigure(guest("c")
                            .promiscuous(false)
                            .guards(PortGuards.builder().flood(FloodControl.NONE))
                            .build());
            fabric.listeners();

            fabric.send("a", WireFrame.of(B, A, 0x0800, new byte[4]));

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldChangeNothingForAProfileThatDoesNotFit() {
        try (ManualSwitch fabric =
                ManualSwitch.of(NET).attach(guest("a").build(), guest("b").build())) {
            PortProfile misfit = PortProfile.guest("a", "another").build();

            assertThatThrownBy(() -> fabric.fabric().reconfigure(misfit)).isInstanceOf(IllegalArgumentException.class);
            fabric.send("a", WireFrame.of(ALL, A, 0x0800, new byte[4]));

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldRefuseAddressesInMoreVlansThanTheTableHasRoomFor() {
        PortProfile trunkOfAll =
                PortProfile.uplink("uplink", "net").addresses(B).build();
        try (ManualSwitch fabric = ManualSwitch.of(List.of(NET), 16, 300).attach(inVlan("a", 10))) {
            assertThatThrownBy(() -> fabric.attach(trunkOfAll))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("4094 stations")
                    .hasMessageContaining("larger capacity");
            assertThat(fabric.fabric().ports()).containsExactly("a");
        }
    }

    @Test
    void shouldTakeATrunkOfEveryVlanForAnUplinkThatNamesNoneBesidePortsThatDo() {
        WireFrame frame = WireFrame.of(ALL, A, 0x0800, new byte[4]);
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        inVlan("a", 10),
                        PortProfile.uplink("uplink", "net").build(),
                        guest("b").build())) {
            fabric.send("a", frame);
            assertThat(fabric.heard("uplink")).containsExactly(frame.pushed(0x8100, 10));

            fabric.send("uplink", frame.pushed(0x8100, 10), frame);
            assertThat(fabric.heard("a")).hasSize(1);
            assertThat(fabric.heard("b")).as("in the default VLAN 1").hasSize(1);
        }
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net");
    }

    private static PortProfile inVlan(String name, int vid) {
        return guest(name).vlan(VlanMembership.access(vid)).build();
    }
}
