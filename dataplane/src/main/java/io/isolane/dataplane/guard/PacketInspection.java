package io.isolane.dataplane.guard;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.DropReason;
import io.isolane.core.frame.EtherType;
import io.isolane.core.frame.NeighbourMessage;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortGuards;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the packets of a port that may not offer services, or not use any address it likes: DHCP and router advertisement
 * guard, ARP and Neighbour Discovery inspection, IP source guard; and learns bindings from DHCP. A packet that leaves open what
 * it is does not enter such a port.
 *
 * <p>Nothing is learnt from a packet that is refused. Allocates nothing. Confined to its worker; what is learnt is shared.
 */
public final class PacketInspection {
    private final InspectedPacket packet = new InspectedPacket();
    private final PlainPackets plain;
    private final ArpInspection arp;
    private final NeighbourInspection neighbours;
    private final SourceGuard sources;
    private final DhcpInspection dhcp;
    private final Dhcpv6Inspection dhcpv6;

    /** An inspection that asks {@code bindings} and adds to them. */
    public PacketInspection(Bindings bindings) {
        BoundAddresses bound = new BoundAddresses(bindings.table());
        this.plain = new PlainPackets(bound);
        this.arp = new ArpInspection(bound);
        this.neighbours = new NeighbourInspection(bound);
        this.sources = new SourceGuard(bound);
        this.dhcp = new DhcpInspection(bound, bindings.requests());
        this.dhcpv6 = new Dhcpv6Inspection(bound, bindings.requests());
    }

    /** Goes on with frames from {@code port}; {@code nowMillis} does not wrap. */
    public void batch(ForwardingState state, int port, long nowMillis) {
        plain.batch(state, port, nowMillis);
        packet.batch(state, port, nowMillis);
    }

    /**
     * Why a frame may not enter, or null.
     *
     * @param frame the address of its first byte
     * @param length in bytes, 14 or more
     * @param source FID and source address
     * @param destination FID and destination address
     */
    public @Nullable DropReason inspect(long frame, int length, long source, long destination) {
        return isPlain(frame, length, source) ? null : inspectWhole(frame, length, source, destination);
    }

    /** True for what nearly all frames are; false leaves open whether it may enter. */
    boolean isPlain(long frame, int length, long source) {
        return plain.pass(frame, length, source);
    }

    /** As {@link #inspect}, by every rule. */
    @Nullable
    DropReason inspectWhole(long frame, int length, long source, long destination) {
        PortGuards guards = packet.guards();
        if (!packet.read(frame, length, source, destination)) {
            return guards.refusesPackets() ? DropReason.UNREADABLE_HEADERS : null;
        }
        DropReason refusal = switch (packet.headers().etherType()) {
            case EtherType.ARP -> guards.addresses().arp() && !arp.isHonest(packet) ? DropReason.FORGED_ARP : null;
            case EtherType.IPV4 -> inspectIpv4();
            case EtherType.IPV6 -> inspectIpv6();
            default -> null;
        };
        return refusal == null && packet.isUdp() ? learnFromDhcp() : refusal;
    }

    private @Nullable DropReason inspectIpv4() {
        DropReason refusal = packet.isUdp() ? dhcp.inspect(packet) : null;
        return refusal == null ? inspectSource() : refusal;
    }

    private @Nullable DropReason inspectIpv6() {
        DropReason refusal = packet.isUdp() ? dhcpv6.inspect(packet) : null;
        if (packet.isIcmpv6() && NeighbourMessage.isNeighbourDiscovery(NeighbourMessage.type(packet.transport()))) {
            refusal = inspectNeighbour();
        }
        return refusal == null ? inspectSource() : refusal;
    }

    private @Nullable DropReason inspectNeighbour() {
        if (packet.guards().services().routers()
                && NeighbourMessage.isRouters(NeighbourMessage.type(packet.transport()))) {
            return DropReason.ROGUE_ROUTER;
        }
        AddressGuard guard = packet.guards().addresses();
        if (guard.snooping() && neighbours.isLinkLocalClaim(packet) && !neighbours.claim(packet)) {
            return DropReason.FORGED_ND;
        }
        return guard.neighbours() && !neighbours.isHonest(packet) ? DropReason.FORGED_ND : null;
    }

    private @Nullable DropReason inspectSource() {
        return packet.guards().addresses().sources() && !sources.isHonest(packet) ? DropReason.UNBOUND_SOURCE : null;
    }

    private @Nullable DropReason learnFromDhcp() {
        if (packet.guards().addresses().snooping()) {
            if (packet.isIpv6()) {
                dhcpv6.note(packet);
            } else {
                dhcp.note(packet);
            }
        }
        if (packet.guards().services().dhcp() != DhcpRole.SERVER) {
            return null;
        }
        boolean isBound = packet.isIpv6() ? dhcpv6.learn(packet) : dhcp.learn(packet);
        return isBound ? null : DropReason.UNBOUND_LEASE;
    }
}
