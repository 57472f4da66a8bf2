package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.dataplane.FaultyPort.Fault;
import io.isolane.dataplane.port.PortStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A port that breaks takes down itself alone: what was for it is counted, the others go on, and every slot comes back. */
class PortFaultTest {
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);
    private static final WireFrame FRAME =
            WireFrame.of(0xffff_ffff_ffffL, 0x02_00_00_00_00_0aL, 0x0800, new byte[] {1, 2, 3});

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.INCLUDE,
            names = {"RECEIVE_THROWS", "TRANSMIT_THROWS", "FAILS"})
    void shouldGoOnWithoutAPortThatBreaks(Fault fault) {
        FaultyPort broken = new FaultyPort("broken", fault);
        try (ManualSwitch fabric = with(broken)) {
            fabric.send("a", FRAME);
            assertThat(broken.transmitted()).isEqualTo(1);
            broken.breakDown();
            fabric.poll();

            for (int i = 0; i < 10; i++) {
                fabric.send("a", FRAME, FRAME);
            }

            assertThat(fabric.heard("b")).hasSize(21);
            assertThat(fabric.drops("broken", DropReason.PORT_DOWN)).isEqualTo(20);
            assertThat(fabric.fabric().status("broken").state()).isEqualTo(PortStatus.State.FAILED);
            assertThat(fabric.fabric().status("broken").reason()).isNotEmpty();
        }
    }

    @Test
    void shouldCountWhatAPortDoesNotTake() {
        FaultyPort slow = new FaultyPort("broken", Fault.TAKES_HALF);
        try (ManualSwitch fabric = with(slow)) {
            slow.breakDown();
            fabric.send("a", FRAME, FRAME, FRAME, FRAME);

            assertThat(slow.transmitted()).isEqualTo(2);
            assertThat(fabric.drops("broken", DropReason.TX_FULL)).isEqualTo(2);
            assertThat(fabric.heard("b")).hasSize(4);
        }
    }

    @Test
    void shouldRefuseAPortThatDoesNotOpenAndTakeAnotherUnderItsName() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(guest("a"))) {
            assertThatThrownBy(() -> fabric.attach(guest("broken"), new FaultyPort("broken", Fault.OPEN_THROWS)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("broken on purpose");
            assertThat(fabric.fabric().ports()).containsExactly("a");

            fabric.attach(guest("broken"));
            fabric.send("a", FRAME);

            assertThat(fabric.listeners()).containsExactly("broken");
        }
    }

    @Test
    void shouldDetachAPortThatDoesNotClose() {
        try (ManualSwitch fabric = with(new FaultyPort("broken", Fault.CLOSE_THROWS))) {
            fabric.fabric().detach("broken");
            fabric.send("a", FRAME);

            assertThat(fabric.fabric().ports()).containsExactly("a", "b");
            assertThat(fabric.heard("b")).containsExactly(FRAME);
        }
    }

    @Test
    void shouldCloseTheOtherPortsOfASwitchOneOfWhosePortsDoesNotClose() {
        try (ManualSwitch fabric = with(new FaultyPort("broken", Fault.CLOSE_THROWS))) {
            fabric.send("a", FRAME);
        }
    }

    private static ManualSwitch with(FaultyPort broken) {
        ManualSwitch fabric = ManualSwitch.of(NET);
        fabric.attach(guest("broken"), broken);
        return fabric.attach(guest("a"), guest("b"));
    }

    private static PortProfile guest(String name) {
        return PortProfile.guest(name, "net").build();
    }
}
