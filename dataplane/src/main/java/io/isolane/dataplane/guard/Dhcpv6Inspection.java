package io.isolane.dataplane.guard;

import io.isolane.core.binding.PendingRequests;
import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.Dhcpv6Message;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.policy.DhcpRole;
import org.jspecify.annotations.Nullable;

/**
 * DHCPv6 (RFC 8415): what a client's port may say, and what is learnt from a server's. A server's message is known by either of
 * its UDP ports or by its type; a client speaks in one piece and neither gives back nor asks for an address that is bound to
 * another port. An answer belongs to whoever asked with the MAC address it is sent to.
 */
final class Dhcpv6Inspection {
    private final BoundAddresses bound;
    private final PendingRequests requests;
    private final Dhcpv6Message message = new Dhcpv6Message();

    Dhcpv6Inspection(BoundAddresses bound, PendingRequests requests) {
        this.bound = bound;
        this.requests = requests;
    }

    /** Why a UDP packet may not enter; null if nothing is wrong with it. */
    @Nullable
    DropReason inspect(InspectedPacket packet) {
        int from = UdpHeader.sourcePort(packet.transport());
        int to = UdpHeader.destinationPort(packet.transport());
        boolean isGuarded = packet.guards().services().dhcp() == DhcpRole.CLIENT;
        if (isGuarded && (to == Dhcpv6Message.CLIENT_PORT || from == Dhcpv6Message.SERVER_PORT)) {
            return DropReason.ROGUE_DHCP;
        }
        boolean isClients = isGuarded || packet.guards().addresses().snooping();
        return to == Dhcpv6Message.SERVER_PORT && isClients ? inspectRequest(packet) : null;
    }

    /** Notes what a client that may ask has asked for, and what it gives back. */
    void note(InspectedPacket packet) {
        if (UdpHeader.destinationPort(packet.transport()) != Dhcpv6Message.SERVER_PORT) {
            return;
        }
        message.read(packet.datagram(), packet.datagramLength());
        if (!givesBack(Dhcpv6Message.type(packet.datagram()))) {
            requests.note(packet.port(), packet.source(), transaction(), packet.now());
            return;
        }
        while (message.nextAddress()) {
            bound.forget(packet, true, message.addressHigh(), message.addressLow(), packet.port());
        }
    }

    /** Binds the addresses that a server gives to a client that asked for them; false if one cannot be bound. */
    boolean learn(InspectedPacket packet) {
        if (UdpHeader.destinationPort(packet.transport()) != Dhcpv6Message.CLIENT_PORT
                || !message.read(packet.datagram(), packet.datagramLength())
                || Dhcpv6Message.type(packet.datagram()) != Dhcpv6Message.REPLY) {
            return true;
        }
        int port = requests.portOf(packet.destination(), transaction(), packet.now());
        if (port == PendingRequests.NOBODY || !packet.guardsOf(port).addresses().snooping()) {
            return true;
        }
        boolean isEachBound = true;
        while (message.nextAddress()) {
            isEachBound &= learnAddress(packet, port);
        }
        return isEachBound;
    }

    private boolean learnAddress(InspectedPacket packet, int port) {
        long high = message.addressHigh();
        long low = message.addressLow();
        if (message.validSeconds() == 0) {
            bound.forget(packet, true, high, low, port);
            return true;
        }
        long expiry = Leases.expiry(packet, message.validSeconds());
        return bound.bind(packet, true, high, low, packet.destination(), port, expiry);
    }

    private @Nullable DropReason inspectRequest(InspectedPacket packet) {
        int length = packet.datagramLength();
        if (length > 0 && !Dhcpv6Message.isClients(Dhcpv6Message.type(packet.datagram()))) {
            return DropReason.ROGUE_DHCP;
        }
        if (!message.read(packet.datagram(), length)) {
            return DropReason.FORGED_DHCP;
        }
        int type = Dhcpv6Message.type(packet.datagram());
        boolean mayAdd = packet.guards().addresses().snooping() && !givesBack(type) && type != Dhcpv6Message.SOLICIT;
        while (message.nextAddress()) {
            if (bound.isElsewhere(packet, true, message.addressHigh(), message.addressLow())) {
                return DropReason.FORGED_DHCP;
            }
            if (mayAdd && bound.isBeyondLimit(packet, true, message.addressHigh(), message.addressLow())) {
                return DropReason.BINDING_LIMIT;
            }
        }
        return null;
    }

    private long transaction() {
        return PendingRequests.V6 | message.transaction();
    }

    private static boolean givesBack(int type) {
        return type == Dhcpv6Message.RELEASE || type == Dhcpv6Message.DECLINE;
    }
}
