package io.isolane.dataplane;

import static io.isolane.dataplane.GuardedSwitch.GUEST;
import static io.isolane.dataplane.GuardedSwitch.fromGuest;
import static io.isolane.dataplane.PacketBytes.DESTINATION_OPTIONS;
import static io.isolane.dataplane.PacketBytes.ICMPV6;
import static io.isolane.dataplane.PacketBytes.IPV4;
import static io.isolane.dataplane.PacketBytes.IPV6;
import static io.isolane.dataplane.PacketBytes.UDP;
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

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.linux.Command;
import io.isolane.dataplane.port.pcap.CaptureDirection;
import io.isolane.dataplane.port.pcap.CaptureInterface;
import io.isolane.dataplane.port.pcap.CaptureWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the packets of the tests are what the tests say: a program that we did not write finds the same in them. */
class EvasionsInWiresharkTest {
    private static final String SOURCE = "fe80::ff:fe00:a";

    @TempDir
    Path directory;

    @Test
    void shouldFindARouterAdvertisementInEachDisguise() throws IOException {
        byte[] packet =
                ipv6(SOURCE, "ff02::1", DESTINATION_OPTIONS, join(extension(ICMPV6, 2), routerAdvertisement(GUEST)));
        List<WireFrame> frames = List.of(
                Disguises.PRIORITY_TAG.of(fromGuest(IPV6, packet)),
                Disguises.TWO_PRIORITY_TAGS.of(fromGuest(IPV6, packet)),
                Disguises.SERVICE_TAG.of(fromGuest(IPV6, packet)),
                Disguises.SNAP.of(fromGuest(IPV6, packet)),
                Disguises.SNAP_BEHIND_A_PRIORITY_TAG.of(fromGuest(IPV6, packet)),
                Disguises.PADDED.of(fromGuest(IPV6, packet)));

        assertThat(fields(frames, "icmpv6.type", "icmpv6.nd.ra.router_lifetime"))
                .hasSize(frames.size())
                .containsOnly("134|1800|");
    }

    @Test
    void shouldReadTheMessagesAsTheyAreMeant() throws IOException {
        byte[] request = dhcp(1, GUEST, 7, "0.0.0.0", "0.0.0.0", dhcpType(3), requested("10.0.0.5"));
        byte[] ack = dhcp(2, GUEST, 7, "0.0.0.0", "10.0.0.5", dhcpType(5), lease(60));
        List<WireFrame> frames = List.of(
                fromGuest(IPV4, ipv4("0.0.0.0", "255.255.255.255", UDP, udp(68, 67, request))),
                fromGuest(IPV4, ipv4("10.0.0.1", "255.255.255.255", UDP, udp(67, 68, ack))),
                fromGuest(IPV6, ipv6(SOURCE, SOURCE, UDP, udp(547, 546, dhcpv6(7, 9, 60, List.of("fd00::5"))))),
                fromGuest(IPV6, ipv6("::", "ff02::1:ff00:5", ICMPV6, neighbour(135, "fd00::5"))));

        assertThat(fields(
                        frames,
                        "dhcp.option.dhcp",
                        "dhcp.option.ip_address_lease_time",
                        "dhcpv6.iaaddr.ip",
                        "icmpv6.nd.ns.target_address"))
                .containsExactly("3||||", "5|60|||", "||fd00::5||", "|||fd00::5|");
    }

    /** The fields of each frame, and behind the last whether Wireshark calls it malformed. */
    private List<String> fields(List<WireFrame> frames, String... names) throws IOException {
        Assumptions.assumeTrue(Command.exists("tshark"), "needs tshark");
        Path file = directory.resolve("frames.pcapng");
        write(frames, file);
        List<String> words = new ArrayList<>(
                List.of("tshark", "-r", file.toString(), "-Tfields", "-Eseparator=|", "-Eoccurrence=f"));
        List.of(names).forEach(name -> words.add("-e" + name));
        words.add("-e_ws.malformed");
        return Command.run(words).lines().filter(line -> line.contains("|")).toList();
    }

    private static void write(List<WireFrame> frames, Path file) throws IOException {
        try (Arena arena = Arena.ofConfined();
                CaptureWriter writer =
                        CaptureWriter.create(file, "isolane test", List.of(new CaptureInterface("wire", "")))) {
            long buffer = arena.allocate(2048).address();
            int written = 0;
            for (WireFrame frame : frames) {
                RawMemory.put(buffer, frame.bytes());
                writer.write(0, written++, CaptureDirection.UNKNOWN, buffer, frame.length());
            }
        }
    }
}
