package io.isolane.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetHeader;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames change hands; their bytes stay where the sender wrote them. */
class ZeroCopyTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long A = 0x02_00_00_00_00_0aL;
    private static final long B = 0x02_00_00_00_00_0bL;
    private static final int LENGTH = 1514;
    private static final VirtualNetwork NET = VirtualNetwork.of("net", IsolationMode.LEARNING);

    @Test
    void shouldDeliverKnownUnicastInTheSlotInWhichItWasSent() {
        try (ManualSwitch fabric = ManualSwitch.of(NET).attach(guest("a"), guest("b"))) {
            send(fabric, "b", ALL, B);
            fabric.nic("a").free(receive(fabric.nic("a")));

            long sent = send(fabric, "a", B, A);
            long received = receive(fabric.nic("b"));

            assertThat(fabric.nic("b").address(received))
                    .isEqualTo(fabric.nic("a").address(sent));
            assertThat(Descriptor.isShared(received)).isFalse();
            fabric.nic("b").free(received);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED_MEDIUM", "HOST_SHIELDED", "LEARNING", "PROTECTED", "DEDICATED_UPLINK"})
    void shouldDeliverAFloodToEveryReceiverInTheSlotInWhichItWasSent(IsolationMode mode) {
        List<String> receivers = List.of("b", "c", "d", "e");
        try (ManualSwitch fabric =
                ManualSwitch.of(VirtualNetwork.of("net", mode)).attach(guest("a"))) {
            receivers.forEach(name -> fabric.attach(guest(name)));

            long sent = send(fabric, "a", ALL, A);

            for (String name : receivers) {
                long received = receive(fabric.nic(name));
                assertThat(fabric.nic(name).address(received))
                        .isEqualTo(fabric.nic("a").address(sent));
                assertThat(Descriptor.length(received)).isEqualTo(LENGTH);
                fabric.nic(name).free(received);
            }
        }
    }

    @Test
    void shouldFloodToAccessAndTrunkPortsAlikeFromOneSlot() {
        try (ManualSwitch fabric = ManualSwitch.of(NET)
                .attach(inVlan("a", VlanMembership.access(10)), inVlan("b", VlanMembership.access(10)))
                .attach(inVlan("trunk", VlanMembership.trunk(10, 20)))) {
            long sent = send(fabric, "a", ALL, A);

            long untagged = receive(fabric.nic("b"));
            long tagged = receive(fabric.nic("trunk"));

            assertThat(fabric.nic("b").address(untagged))
                    .isEqualTo(fabric.nic("a").address(sent));
            assertThat(fabric.nic("trunk").address(tagged))
                    .isEqualTo(fabric.nic("a").address(sent));
            assertThat(Descriptor.isTagged(untagged)).isFalse();
            assertThat(Descriptor.isTagged(tagged)).isTrue();
            fabric.nic("b").free(untagged);
            fabric.nic("trunk").free(tagged);
        }
    }

    private static long send(ManualSwitch fabric, String port, long destination, long source) {
        VirtualNic nic = fabric.nic(port);
        long frame = nic.allocate(LENGTH);
        EthernetHeader.write(nic.address(frame), destination, source, EtherType.IPV4);
        assertThat(nic.send(frame)).isTrue();
        fabric.poll();
        return frame;
    }

    private static long receive(VirtualNic nic) {
        long[] one = new long[1];
        assertThat(nic.receive(one, 1)).isEqualTo(1);
        return one[0];
    }

    private static PortProfile guest(String name) {
        return PortProfile.guest(name, "net").build();
    }

    private static PortProfile inVlan(String name, VlanMembership vlan) {
        return PortProfile.guest(name, "net").vlan(vlan).build();
    }
}
