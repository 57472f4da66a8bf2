package io.isolane.dataplane.guard;

import io.isolane.core.frame.DhcpMessage;
import io.isolane.core.frame.Dhcpv6Message;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.frame.IpProtocol;
import io.isolane.core.frame.Ipv4Header;
import io.isolane.core.frame.Ipv6Header;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.memory.RawMemory;
import io.isolane.core.policy.ForwardingState;

/**
 * Knows the packets that nearly all are, and passes those that no guard of addresses or services could refuse or learn from: without tags or
 * LLC, IPv4 without options and fragments, TCP or UDP right behind an IPv6 header, no DHCP, from an address that is the station's. Of
 * whatever is not so plain it says nothing; {@link PacketInspection} judges it. Confined to its worker; allocates nothing.
 */
final class PlainPackets {
    private static final int VERSION_4_WITHOUT_OPTIONS = 0x45;
    private static final int VERSION_6 = 0x60;

    private final BoundAddresses bound;
    private boolean checksSources;
    private int port;
    private long now;

    PlainPackets(BoundAddresses bound) {
        this.bound = bound;
    }

    /** Goes on with a batch from {@code port}; {@code now} is in milliseconds. */
    void batch(ForwardingState state, int port, long now) {
        this.checksSources = state.port(port).guards().addresses().sources();
        this.port = port;
        this.now = now;
    }

    /**
     * True if the frame may enter and nothing is learnt from it; false leaves both open.
     *
     * @param frame the address of its first byte
     * @param length in bytes, 14 or more
     * @param source FID and source address
     */
    boolean pass(long frame, int length, long source) {
        int type = RawMemory.getShortBigEndian(frame + EthernetLayout.ETHER_TYPE) & 0xffff;
        long packet = frame + EthernetLayout.HEADER_LENGTH;
        int available = length - EthernetLayout.HEADER_LENGTH;
        return switch (type) {
            case EtherType.IPV4 -> passIpv4(packet, available, source);
            case EtherType.IPV6 -> passIpv6(packet, available, source);
            case EtherType.ARP, EtherType.JUMBO_LLC -> false;
            default -> type >= EtherType.LEAST && !EtherType.isTag(type);
        };
    }

    private boolean passIpv4(long packet, int available, long source) {
        if (available < Ipv4Header.LENGTH + UdpHeader.LENGTH
                || RawMemory.getByte(packet) != VERSION_4_WITHOUT_OPTIONS
                || Ipv4Header.totalLength(packet) < Ipv4Header.LENGTH + UdpHeader.LENGTH
                || Ipv4Header.totalLength(packet) > available
                || Ipv4Header.isFragment(packet)) {
            return false;
        }
        if (Ipv4Header.protocol(packet) == IpProtocol.UDP
                && mayBeDhcp(packet + Ipv4Header.LENGTH, DhcpMessage.SERVER_PORT, DhcpMessage.CLIENT_PORT)) {
            return false;
        }
        return !checksSources || isBound(source, false, 0, Ipv4Header.source(packet) & 0xffff_ffffL);
    }

    private boolean passIpv6(long packet, int available, long source) {
        if (available < Ipv6Header.LENGTH + UdpHeader.LENGTH
                || (RawMemory.getByte(packet) & 0xf0) != VERSION_6
                || Ipv6Header.payloadLength(packet) < UdpHeader.LENGTH
                || Ipv6Header.payloadLength(packet) > available - Ipv6Header.LENGTH) {
            return false;
        }
        int protocol = Ipv6Header.nextHeader(packet);
        boolean isPlain = protocol == IpProtocol.TCP
                || (protocol == IpProtocol.UDP
                        && !mayBeDhcp(
                                packet + Ipv6Header.LENGTH, Dhcpv6Message.SERVER_PORT, Dhcpv6Message.CLIENT_PORT));
        return isPlain
                && (!checksSources
                        || isBound(source, true, Ipv6Header.sourceHigh(packet), Ipv6Header.sourceLow(packet)));
    }

    /** No host's address is all zeros, and no binding's. */
    private boolean isBound(long source, boolean isV6, long high, long low) {
        return (high | low) != 0 && bound.has(source, port, now, isV6, high, low);
    }

    private static boolean mayBeDhcp(long udp, int server, int client) {
        int from = UdpHeader.sourcePort(udp);
        int to = UdpHeader.destinationPort(udp);
        return from == server || from == client || to == server || to == client;
    }
}
