package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.ALL;
import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.PacketBytes.ARP;
import static io.isolane.dataplane.PacketBytes.HOP_BY_HOP;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
import static io.isolane.dataplane.PacketBytes.arp;
import static io.isolane.dataplane.PacketBytes.dhcp;
import static io.isolane.dataplane.PacketBytes.dhcpType;
import static io.isolane.dataplane.PacketBytes.dhcpv6;
import static io.isolane.dataplane.PacketBytes.extension;
import static io.isolane.dataplane.PacketBytes.ipv4;
import static io.isolane.dataplane.PacketBytes.ipv6;
import static io.isolane.dataplane.PacketBytes.join;
import static io.isolane.dataplane.PacketBytes.lease;
import static io.isolane.dataplane.PacketBytes.neighbour;
import static io.isolane.dataplane.PacketBytes.requested;
import static io.isolane.dataplane.PacketBytes.routerAdvertisement;
import static io.isolane.dataplane.PacketBytes.udp;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.isolane.core.policy.AddressGuard;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No packet costs an allocation, honest or forged, and none that teaches a binding. */
class PacketInspectionAllocationTest {
    private static final int FRAMES = 100_000;
    private static final int ROUNDS = 10;

    private final WireFrame[] sent = {
        frame(IPV4, ipv4("10.0.0.5", "10.0.0.6", UDP, udp(5000, 53, new byte[9]))),
        frame(IPV4, ipv4("10.0.0.6", "10.0.0.5", UDP, udp(5000, 53, new byte[9]))),
        frame(ARP, arp(1, GUEST, "10.0.0.5", "10.0.0.6")),
        frame(ARP, arp(2, GUEST, "10.0.0.6", "10.0.0.5")),
        frame(IPV6, ipv6("fe80::5", "ff02::1", HOP_BY_HOP, join(extension(ICMPV6, 2), routerAdvertisement(GUEST)))),
        frame(IPV6, ipv6("::", "ff02::1", ICMPV6, neighbour(135, "fe80::5"))),
        frame(IPV6, ipv6("fe80::5", "ff02::1", ICMPV6, neighbour(136, "fe80::5"))),
        frame(IPV6, ipv6("fe80::5", "ff02::1:2", UDP, udp(546, 547, dhcpv6(3, 1, 9, List.of("fd00::5"))))),
        frame(
                IPV4,
                ipv4(
                        "0.0.0.0",
                        "255.255.255.255",
                        UDP,
                        udp(68, 67, dhcp(1, GUEST, 1, "0.0.0.0", "0.0.0.0", dhcpType(3), requested("10.0.0.5"))))),
    };
    private final WireFrame[] answers = {
        WireFrame.of(
                ALL,
                GuardedSwitch.SERVER,
                IPV4,
                ipv4(
                        "10.0.0.1",
                        "255.255.255.255",
                        UDP,
                        udp(67, 68, dhcp(2, GUEST, 1, "0.0.0.0", "10.0.0.5", dhcpType(5), lease(60))))),
        WireFrame.of(
                GUEST,
                GuardedSwitch.SERVER,
                IPV6,
                ipv6("fe80::1", "fe80::5", UDP, udp(547, 546, dhcpv6(7, 1, 60, List.of("fd00::5"))))),
    };
    private final long[] received = new long[64];

    @Test
    void shouldAllocateNothing() {
        AddressGuard all = new AddressGuard(true, true, true, true, 8, List.of());
        try (GuardedSwitch guarded = new GuardedSwitch(GuardedSwitch.NO_SERVICES, all, true)) {
            long allocated = forward(guarded.fabric);
            for (int round = 1; round < ROUNDS && allocated > 0; round++) {
                allocated = forward(guarded.fabric);
            }

            assertThat(allocated).as("bytes of %s frames", FRAMES).isZero();
            assertThat(guarded.fabric.fabric().bindings()).hasSize(3);
        }
    }

    private long forward(ManualSwitch fabric) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        VirtualSwitch switching = fabric.fabric();
        VirtualNic guest = fabric.nic("guest");
        VirtualNic lan = fabric.nic("lan");
        VirtualNic neighbour = fabric.nic("neighbour");
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int count = 0; count < FRAMES; count += sent.length + answers.length) {
            for (int i = 0; i < sent.length; i++) {
                guest.send(sent[i].writtenTo(guest));
            }
            switching.poll();
            for (int i = 0; i < answers.length; i++) {
                lan.send(answers[i].writtenTo(lan));
            }
            switching.poll();
            guest.free(received, guest.receive(received, received.length));
            lan.free(received, lan.receive(received, received.length));
            neighbour.free(received, neighbour.receive(received, received.length));
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static WireFrame frame(int type, byte[] packet) {
        return WireFrame.of(ALL, GUEST, type, packet);
    }
}
