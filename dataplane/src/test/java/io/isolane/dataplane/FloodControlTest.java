package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.FloodControl;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortProfileBuilder;
import io.isolane.core.policy.VirtualNetwork;
import org.junit.jupiter.api.Test;

/** Each kind of frames that are for nobody in particular, kept from a port by itself. */
class FloodControlTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long GROUP = 0x01_00_5e_00_00_01L;
    private static final long LINK_LOCAL = 0x01_80_c2_00_00_0eL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    @Test
    void shouldKeepEachKindFromThePortThatDoesNotWantIt() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("a").build(),
                        flooded("u", new FloodControl(false, true, true)).build(),
                        flooded("m", new FloodControl(true, false, true)).build(),
                        flooded("b", new FloodControl(true, true, false)).build(),
                        flooded("none", FloodControl.NONE).build())) {
            fabric.send("a", to(B));
            assertThat(fabric.listeners()).containsExactly("m", "b");
            fabric.send("a", to(GROUP));
            assertThat(fabric.listeners()).containsExactly("u", "b");
            fabric.send("a", to(ALL));
            assertThat(fabric.listeners()).containsExactly("u", "m");
        }
    }

    @Test
    void shouldStillDeliverWhatIsForAStationOfThePort() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("a").build(), flooded("b", FloodControl.NONE).build())) {
            fabric.send("b", WireFrame.of(A, B, 0x0800, new byte[46]));
            fabric.listeners();

            fabric.send("a", to(B));

            assertThat(fabric.listeners()).containsExactly("b");
        }
    }

    @Test
    void shouldNameWhatNobodyMayHear() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(guest("a").build(), flooded("b", FloodControl.NONE).build())) {
            fabric.send("a", to(B), to(ALL), to(GROUP));

            assertThat(fabric.drops("a", DropReason.UNKNOWN_UNICAST)).isEqualTo(1);
            assertThat(fabric.drops("a", DropReason.NO_RECIPIENT)).isEqualTo(2);
        }
    }

    @Test
    void shouldLeaveLinkLocalFramesAndPromiscuousPortsToTheirOwnSettings() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(
                        guest("a").linkLocal(true).build(),
                        flooded("l", FloodControl.NONE).linkLocal(true).build(),
                        flooded("p", FloodControl.NONE).promiscuous(true).build())) {
            fabric.send("a", to(LINK_LOCAL));
            assertThat(fabric.listeners()).containsExactly("l");
            fabric.send("a", to(ALL));
            assertThat(fabric.listeners()).containsExactly("p");
        }
    }

    private static WireFrame to(long destination) {
        return WireFrame.of(destination, A, 0x0800, new byte[46]);
    }

    private static PortProfileBuilder guest(String name) {
        return PortProfile.guest(name, "net");
    }

    private static PortProfileBuilder flooded(String name, FloodControl control) {
        return guest(name).guards(PortGuards.builder().flood(control));
    }
}
