package io.isolane.dataplane.guard;

import io.isolane.core.frame.ArpPacket;
import io.isolane.core.table.MacTable;

/**
 * Whether an ARP packet speaks for its own station only: the sender is bound to it, in replies, requests and announcements
 * alike, and a probe (RFC 5227, 2.1.1) asks for an address that is. What is not ARP about IPv4 on Ethernet is refused.
 */
final class ArpInspection {
    private final BoundAddresses bound;

    ArpInspection(BoundAddresses bound) {
        this.bound = bound;
    }

    boolean isHonest(InspectedPacket packet) {
        long arp = packet.packet();
        if (!ArpPacket.isSound(arp, packet.headers().transportLength())
                || ArpPacket.senderMac(arp) != MacTable.mac(packet.source())) {
            return false;
        }
        boolean isProbe = ArpPacket.senderIp(arp) == 0 && ArpPacket.operation(arp) == ArpPacket.REQUEST;
        return bound.hasV4(packet, isProbe ? ArpPacket.targetIp(arp) : ArpPacket.senderIp(arp));
    }
}
