package io.isolane.core.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.isolane.core.memory.RawMemory;
import java.lang.foreign.Arena;
import java.util.Arrays;

/**
 * Any bytes as a frame, for every reader of packets: none reads behind the end, or what it says would change with what lies
 * there. The build plays the seeds in this test's resources; for new ones, fuzz for a while with
 *
 * <pre>
 *   JAZZER_FUZZ=1 mvn -pl core -am test -Dtest=PacketFuzzTest -Dsurefire.failIfNoSpecifiedTests=false
 * </pre>
 */
class PacketFuzzTest {
    private static final int MARGIN = 64;
    private static final int MAX_LENGTH = 4096;
    private static final Arena ARENA = Arena.ofShared();
    private static final long FRAME = ARENA.allocate(MAX_LENGTH + MARGIN, 64).address() + 4;

    private final PacketHeaders headers = new PacketHeaders();
    private final Dhcpv6Message dhcpv6 = new Dhcpv6Message();

    @FuzzTest(maxDuration = "60s")
    void shouldSayTheSameWhateverLiesBehindTheFrame(byte[] data) {
        byte[] frame = Arrays.copyOf(data, Math.clamp(data.length, EthernetLayout.HEADER_LENGTH, MAX_LENGTH - MARGIN));
        assertThat(account(frame, (byte) 0xff)).isEqualTo(account(frame, (byte) 0));
    }

    private String account(byte[] frame, byte behind) {
        RawMemory.fill(FRAME, frame.length + MARGIN, behind);
        RawMemory.put(FRAME, frame);
        if (!headers.read(FRAME, frame.length)) {
            return "unreadable";
        }
        assertThat(headers.transport() + headers.transportLength()).isLessThanOrEqualTo(frame.length);
        assertThat(headers.transportLength()).isNotNegative();
        long transport = FRAME + headers.transport();
        String packet = headers.etherType() + " " + headers.packet() + " " + headers.protocol() + " "
                + headers.transport() + " " + headers.transportLength() + " " + headers.isFragment() + " ";
        if (headers.etherType() == EtherType.ARP) {
            return packet + arp(transport, headers.transportLength());
        }
        return packet
                + switch (headers.protocol()) {
                    case IpProtocol.UDP -> udp(transport, headers.transportLength());
                    case IpProtocol.ICMPV6 -> neighbour(transport, headers.transportLength());
                    default -> "";
                };
    }

    private static String arp(long packet, int length) {
        return ArpPacket.isSound(packet, length)
                ? ArpPacket.operation(packet) + " " + ArpPacket.senderMac(packet) + " " + ArpPacket.senderIp(packet)
                        + " " + ArpPacket.targetIp(packet)
                : "unsound";
    }

    private static String neighbour(long message, int length) {
        if (!NeighbourMessage.isNeighbourDiscovery(NeighbourMessage.type(message))
                || !NeighbourMessage.isSound(message, length)) {
            return "unsound";
        }
        return NeighbourMessage.targetHigh(message) + " " + NeighbourMessage.namesOnly(1, message, length);
    }

    private String udp(long header, int length) {
        if (!UdpHeader.isSound(header, length)) {
            return "unsound";
        }
        long message = header + UdpHeader.LENGTH;
        int bytes = UdpHeader.length(header) - UdpHeader.LENGTH;
        return UdpHeader.sourcePort(header) + dhcp(message, bytes) + dhcpv6(message, bytes);
    }

    private static String dhcp(long message, int length) {
        return DhcpMessage.isSound(message, length)
                ? DhcpMessage.type(message, length) + " " + DhcpMessage.requestedAddress(message, length) + " "
                        + DhcpMessage.leaseSeconds(message, length) + " " + DhcpMessage.clientMac(message)
                : "unsound";
    }

    private String dhcpv6(long message, int length) {
        if (!dhcpv6.read(message, length)) {
            return "unsound";
        }
        StringBuilder text = new StringBuilder().append(dhcpv6.transaction());
        while (dhcpv6.nextAddress()) {
            text.append(dhcpv6.addressHigh())
                    .append(' ')
                    .append(dhcpv6.addressLow())
                    .append(' ')
                    .append(dhcpv6.validSeconds());
        }
        return text.toString();
    }
}
