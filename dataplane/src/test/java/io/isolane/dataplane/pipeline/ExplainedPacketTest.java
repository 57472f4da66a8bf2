package io.isolane.dataplane.pipeline;

import static io.isolane.dataplane.pipeline.ExplainedSwitch.guest;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.lines;
import static io.isolane.dataplane.pipeline.ExplainedSwitch.net;
import static io.isolane.dataplane.pipeline.Finding.Stage.GUARDING;
import static org.assertj.core.api.Assertions.assertThat;

import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.IpAddress;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortGuards;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.dataplane.PacketBytes;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.pipeline.Explanation.Drop;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of packets on a port that may use one address and offer no service. */
final class ExplainedPacketTest {
    private static final long ALL = 0xffff_ffff_ffffL;
    private static final long MAC = 0x02_00_00_00_00_0aL;

    private final ExplainedSwitch explained = new ExplainedSwitch(
            net(IsolationMode.LEARNING),
            PortProfile.guest("a", "net")
                    .guards(PortGuards.builder()
                            .services(new ServiceGuard(DhcpRole.CLIENT, true))
                            .addresses(new AddressGuard(
                                    true, true, true, false, 0, List.of(Binding.of(IpAddress.v4(0x0a000005), MAC))))
                            .build())
                    .build(),
            guest("b"));

    @Test
    void shouldSayThatAnAddressIsNotBound() {
        Explanation explanation = explain(PacketBytes.ARP, PacketBytes.arp(2, MAC, "10.0.0.6", "10.0.0.5"));

        assertThat(lines(explanation, GUARDING))
                .containsExactly(
                        "dropped as forged-arp: ARP that speaks for an address that is not bound to its station");
        assertThat(explanation.drops()).containsExactly(new Drop("a", DropReason.FORGED_ARP));
    }

    @Test
    void shouldSayThatAPacketMayBeSent() {
        Explanation explanation = explain(PacketBytes.ARP, PacketBytes.arp(2, MAC, "10.0.0.5", "10.0.0.6"));

        assertThat(lines(explanation, GUARDING)).containsExactly("passed: its packet is one that the port may send");
    }

    private Explanation explain(int type, byte[] packet) {
        return explained.explain(
                "a",
                HexFormat.of().formatHex(WireFrame.of(ALL, MAC, type, packet).bytes()));
    }
}
