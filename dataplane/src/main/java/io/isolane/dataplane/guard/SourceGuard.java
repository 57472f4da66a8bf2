package io.isolane.dataplane.guard;

import io.isolane.core.frame.DhcpMessage;
import io.isolane.core.frame.NeighbourMessage;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.memory.RawMemory;

/**
 * Whether an IP packet comes from an address that is bound to its station. From no address comes only what a host sends before
 * it has one: DHCP to a server, solicitations of Neighbour Discovery, and reports of multicast listeners (RFC 3590).
 */
final class SourceGuard {
    private static final int LISTENER_REPORT = 131;
    private static final int LISTENER_DONE = 132;
    private static final int LISTENER_REPORT_2 = 143;

    private final BoundAddresses bound;

    SourceGuard(BoundAddresses bound) {
        this.bound = bound;
    }

    boolean isHonest(InspectedPacket packet) {
        boolean hasSource = (packet.addressHigh() | packet.addressLow()) != 0;
        return hasSource ? bound.hasSource(packet) : mayHaveNone(packet);
    }

    private static boolean mayHaveNone(InspectedPacket packet) {
        if (packet.headers().isFragment()) {
            return false;
        }
        if (packet.isIpv6()) {
            return packet.isIcmpv6() && mayHaveNone(RawMemory.getByte(packet.transport()) & 0xff);
        }
        return packet.isUdp()
                && UdpHeader.sourcePort(packet.transport()) == DhcpMessage.CLIENT_PORT
                && UdpHeader.destinationPort(packet.transport()) == DhcpMessage.SERVER_PORT;
    }

    private static boolean mayHaveNone(int icmpv6Type) {
        return switch (icmpv6Type) {
            case NeighbourMessage.ROUTER_SOLICITATION,
                    NeighbourMessage.NEIGHBOUR_SOLICITATION,
                    LISTENER_REPORT,
                    LISTENER_DONE,
                    LISTENER_REPORT_2 -> true;
            default -> false;
        };
    }
}
