package io.isolane.dataplane.guard;

import io.isolane.core.binding.PendingRequests;
import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.DhcpMessage;
import io.isolane.core.frame.UdpHeader;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.table.MacTable;
import org.jspecify.annotations.Nullable;

/**
 * DHCP (RFC 2131): what a client's port may say, and what is learnt from a server's. A server's message is known by either of
 * its UDP ports or by its first byte; a client speaks for its own MAC address, without a relay, in one piece, and never gives
 * back or asks for an address that is bound to another port.
 */
final class DhcpInspection {
    private final BoundAddresses bound;
    private final PendingRequests requests;

    DhcpInspection(BoundAddresses bound, PendingRequests requests) {
        this.bound = bound;
        this.requests = requests;
    }

    /** Why a UDP packet may not enter; null if nothing is wrong with it. */
    @Nullable
    DropReason inspect(InspectedPacket packet) {
        int from = UdpHeader.sourcePort(packet.transport());
        int to = UdpHeader.destinationPort(packet.transport());
        boolean isGuarded = packet.guards().services().dhcp() == DhcpRole.CLIENT;
        if (isGuarded && (to == DhcpMessage.CLIENT_PORT || from == DhcpMessage.SERVER_PORT)) {
            return DropReason.ROGUE_DHCP;
        }
        boolean isClients = isGuarded || packet.guards().addresses().snooping();
        return to == DhcpMessage.SERVER_PORT && isClients ? inspectRequest(packet) : null;
    }

    /** Notes what a client that may ask has asked for, and what it gives back. */
    void note(InspectedPacket packet) {
        if (UdpHeader.destinationPort(packet.transport()) != DhcpMessage.SERVER_PORT) {
            return;
        }
        long message = packet.datagram();
        int length = packet.datagramLength();
        switch (DhcpMessage.type(message, length)) {
            case DhcpMessage.RELEASE, DhcpMessage.DECLINE ->
                bound.forget(packet, false, 0, wanted(message, length), packet.port());
            default -> requests.note(packet.port(), packet.source(), transaction(message), packet.now());
        }
    }

    /** Binds the address that a server gives to a client that asked for it; false if it cannot be bound. */
    boolean learn(InspectedPacket packet) {
        long message = packet.datagram();
        int length = packet.datagramLength();
        if (UdpHeader.destinationPort(packet.transport()) != DhcpMessage.CLIENT_PORT
                || !DhcpMessage.isSound(message, length)
                || DhcpMessage.isClients(message)
                || DhcpMessage.type(message, length) != DhcpMessage.ACK
                || DhcpMessage.yourAddress(message) == 0) {
            return true;
        }
        long client = MacTable.key(packet.fid(), DhcpMessage.clientMac(message));
        int port = requests.portOf(client, transaction(message), packet.now());
        long lease = DhcpMessage.leaseSeconds(message, length);
        if (port == PendingRequests.NOBODY
                || lease == 0
                || !packet.guardsOf(port).addresses().snooping()) {
            return true;
        }
        long address = DhcpMessage.yourAddress(message) & 0xffff_ffffL;
        return bound.bind(packet, false, 0, address, client, port, Leases.expiry(packet, lease));
    }

    private @Nullable DropReason inspectRequest(InspectedPacket packet) {
        long message = packet.datagram();
        int length = packet.datagramLength();
        if (length > 0 && !DhcpMessage.isClients(message)) {
            return DropReason.ROGUE_DHCP;
        }
        if (!DhcpMessage.isSound(message, length)
                || DhcpMessage.relayAddress(message) != 0
                || DhcpMessage.clientMac(message) != MacTable.mac(packet.source())) {
            return DropReason.FORGED_DHCP;
        }
        return switch (DhcpMessage.type(message, length)) {
            case DhcpMessage.REQUEST -> inspectWanted(packet, wanted(message, length));
            case DhcpMessage.RELEASE, DhcpMessage.DECLINE ->
                bound.isElsewhere(packet, false, 0, wanted(message, length)) ? DropReason.FORGED_DHCP : null;
            default -> null;
        };
    }

    private @Nullable DropReason inspectWanted(InspectedPacket packet, long address) {
        if (bound.isElsewhere(packet, false, 0, address)) {
            return DropReason.FORGED_DHCP;
        }
        boolean isBeyond = packet.guards().addresses().snooping() && bound.isBeyondLimit(packet, false, 0, address);
        return isBeyond ? DropReason.BINDING_LIMIT : null;
    }

    /** The address that a message is about: that which it asks for, or that which the client has. */
    private static long wanted(long message, int length) {
        int requested = DhcpMessage.requestedAddress(message, length);
        return (requested != 0 ? requested : DhcpMessage.clientAddress(message)) & 0xffff_ffffL;
    }

    private static long transaction(long message) {
        return DhcpMessage.transaction(message) & 0xffff_ffffL;
    }
}
