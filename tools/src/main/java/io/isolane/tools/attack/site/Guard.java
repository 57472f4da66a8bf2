package io.isolane.tools.attack.site;

import io.isolane.core.frame.IpAddress;
import io.isolane.core.policy.AddressGuard;
import io.isolane.core.policy.Binding;
import io.isolane.core.policy.DhcpRole;
import io.isolane.core.policy.PortGuardsBuilder;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.Rate;
import io.isolane.core.policy.RateLimit;
import io.isolane.core.policy.ServiceGuard;
import io.isolane.core.policy.StormControl;
import io.isolane.core.policy.VirtualNetwork;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** What is meant to stop an attack: a rule that always holds, or keys of a port's configuration. */
public enum Guard {
    /** No frame is refused for filling the table: the oldest station of the port that holds most makes room. */
    FAIR_TABLE("always: a full table evicts from the port that holds most", true),
    /** What a tag may do at an access port, a trunk and behind another tag. */
    TAG_RULES("always: tags never carry a frame to another VLAN", true),
    /** Rings of its own for each port. */
    RINGS("always: a ring for each port, and a bounded turn", true),
    /** Runts, over-long frames and frames that are no frames. */
    FRAME_RULES("always: frames that are none are dropped by name", true),
    /** Control frames of the wire end at the port. */
    LINK_LOCAL("link-local: false (the default)", false),
    /** The victim's and the peer's addresses are known. */
    KNOWN_ADDRESSES("mac, on the ports of the victim and the peer", false),
    /** A station that was heard is remembered for as long as its port is up. */
    NO_FLOOD_KNOWN("no-flood-known, on the victim's port", false),
    /** At most a thousand frames a second of each kind that is multiplied. */
    STORM("storm-control: 1000pps each, on the attacker's port", false),
    /** ARP speaks for bound addresses only. */
    ARP("arp-inspection with bindings, on the attacker's port", false),
    /** Neighbour Discovery does. */
    ND("nd-inspection with bindings, on the attacker's port", false),
    /** No DHCP server behind the port, for IPv4 and IPv6. */
    DHCP("dhcp-guard: client, on the attacker's port", false),
    /** No router behind the port. */
    RA("ra-guard, on the attacker's port", false);

    private static final long STORM_RATE = 1000;

    private final String words;
    private final boolean isAlwaysOn;

    Guard(String words, boolean isAlwaysOn) {
        this.words = words;
        this.isAlwaysOn = isAlwaysOn;
    }

    /** As the configuration has it. */
    public String words() {
        return words;
    }

    /** True for a rule that cannot be switched off. */
    public boolean isAlwaysOn() {
        return isAlwaysOn;
    }

    /** The port of {@code seat} with this guard, which is off in {@code port} as it is by default. */
    PortProfile on(Seat seat, PortProfile port) {
        boolean isAttacker = seat == Seat.ATTACKER;
        return switch (this) {
            case KNOWN_ADDRESSES -> seat == Seat.VICTIM || seat == Seat.PEER ? known(seat, port) : port;
            case NO_FLOOD_KNOWN ->
                seat == Seat.VICTIM ? guarded(port, port.guards().toBuilder().noFloodKnown(true)) : port;
            case STORM -> isAttacker ? guarded(port, port.guards().toBuilder().storms(storms())) : port;
            case ARP -> isAttacker ? inspected(port, true, false) : port;
            case ND -> isAttacker ? inspected(port, false, true) : port;
            case DHCP -> dhcp(seat, port);
            case RA ->
                isAttacker
                        ? guarded(port, port.guards().toBuilder().services(new ServiceGuard(DhcpRole.UNGUARDED, true)))
                        : port;
            case FAIR_TABLE, TAG_RULES, RINGS, FRAME_RULES, LINK_LOCAL -> port;
        };
    }

    /** False where no station is learnt that could be remembered. */
    boolean fits(VirtualNetwork network) {
        return this != NO_FLOOD_KNOWN || !network.inside().isShared();
    }

    /** The port of a seat without this guard where that is not how it is by default. */
    PortProfile off(PortProfile port) {
        return this == LINK_LOCAL ? port.toBuilder().linkLocal(true).build() : port;
    }

    private static PortProfile known(Seat seat, PortProfile port) {
        return port.addresses().contains(seat.mac())
                ? port
                : port.toBuilder().addresses(seat.mac()).build();
    }

    private static PortProfile guarded(PortProfile port, PortGuardsBuilder guards) {
        return port.toBuilder().guards(guards).build();
    }

    private static StormControl storms() {
        RateLimit each = RateLimit.of(Rate.of(Rate.Unit.FRAMES, STORM_RATE));
        return new StormControl(each, each, each);
    }

    /** The attacker's own addresses are bound to it: it may speak for these. */
    private static PortProfile inspected(PortProfile port, boolean arp, boolean neighbours) {
        List<Binding> own = Stream.of(Seat.ATTACKER.ipv4(), Seat.ATTACKER.ipv6(), Seat.ATTACKER.linkLocal())
                .map(text -> IpAddress.of(InetAddress.ofLiteral(text).getAddress()))
                .map(address -> Binding.of(address, Seat.ATTACKER.mac()))
                .toList();
        AddressGuard inspection = new AddressGuard(arp, neighbours, false, false, AddressGuard.DEFAULT_LIMIT, own);
        return guarded(port, port.guards().toBuilder().addresses(inspection));
    }

    private static PortProfile dhcp(Seat seat, PortProfile port) {
        return switch (seat) {
            case ATTACKER ->
                guarded(port, port.guards().toBuilder().services(new ServiceGuard(DhcpRole.CLIENT, false)));
            case PEER -> guarded(port, port.guards().toBuilder().services(new ServiceGuard(DhcpRole.SERVER, false)));
            default -> port;
        };
    }
}
