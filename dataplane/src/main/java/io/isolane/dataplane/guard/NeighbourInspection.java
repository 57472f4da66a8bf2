package io.isolane.dataplane.guard;

import static io.isolane.core.frame.NeighbourMessage.NEIGHBOUR_ADVERTISEMENT;
import static io.isolane.core.frame.NeighbourMessage.NEIGHBOUR_SOLICITATION;
import static io.isolane.core.frame.NeighbourMessage.REDIRECT;
import static io.isolane.core.frame.NeighbourMessage.ROUTER_SOLICITATION;

import io.isolane.core.frame.Ipv6Header;
import io.isolane.core.frame.NeighbourMessage;
import io.isolane.core.table.MacTable;

/**
 * Whether a Neighbour Discovery message (RFC 4861) speaks for its own station only: its source, what it advertises, and what it
 * asks for as its own (RFC 4862, 5.4) are bound to it, and every link-layer address in it is the station's. Fragments (RFC
 * 6980), redirects and messages that are not whole are refused.
 */
final class NeighbourInspection {
    private final BoundAddresses bound;

    NeighbourInspection(BoundAddresses bound) {
        this.bound = bound;
    }

    boolean isHonest(InspectedPacket packet) {
        int type = NeighbourMessage.type(packet.transport());
        return type != REDIRECT
                && isSound(packet)
                && hasOwnSource(packet, type)
                && (type != NEIGHBOUR_ADVERTISEMENT || hasOwnTarget(packet));
    }

    /**
     * True for a solicitation from no address, by which a station asks whether anybody has the link-local target (RFC 4862,
     * 5.4.2): whoever asks first, has it from then on (RFC 6620, 3.2).
     */
    boolean isLinkLocalClaim(InspectedPacket packet) {
        return NeighbourMessage.type(packet.transport()) == NEIGHBOUR_SOLICITATION
                && hasNoSource(packet)
                && isSound(packet)
                && Ipv6Header.isLinkLocal(NeighbourMessage.targetHigh(packet.transport()));
    }

    /**
     * Makes the target of such a solicitation the station's; false if it is another's, or the port has all that it may have.
     */
    boolean claim(InspectedPacket packet) {
        return bound.claim(
                packet,
                NeighbourMessage.targetHigh(packet.transport()),
                NeighbourMessage.targetLow(packet.transport()));
    }

    private static boolean isSound(InspectedPacket packet) {
        long message = packet.transport();
        int length = packet.headers().transportLength();
        return !packet.headers().isFragment()
                && NeighbourMessage.isSound(message, length)
                && NeighbourMessage.namesOnly(MacTable.mac(packet.source()), message, length);
    }

    private boolean hasOwnSource(InspectedPacket packet, int type) {
        return switch (hasNoSource(packet) ? type : 0) {
            case ROUTER_SOLICITATION -> true;
            case NEIGHBOUR_SOLICITATION -> hasOwnTarget(packet);
            default -> bound.hasSource(packet);
        };
    }

    private boolean hasOwnTarget(InspectedPacket packet) {
        return bound.hasV6(
                packet,
                NeighbourMessage.targetHigh(packet.transport()),
                NeighbourMessage.targetLow(packet.transport()));
    }

    private static boolean hasNoSource(InspectedPacket packet) {
        return (packet.addressHigh() | packet.addressLow()) == 0;
    }
}
