package io.isolane.dataplane.reference;

import io.isolane.core.counter.DropReason;
import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PrivateVlan;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.core.policy.VlanMembership;
import io.isolane.dataplane.WireFrame;
import io.isolane.dataplane.reference.ReferenceTable.Learnt;
import io.isolane.dataplane.reference.ReferenceTable.Station;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the isolation modes say, frame by frame, in plain collections: bytes in, and for each port the bytes that leave there.
 * Networks that share an uplink are one of these; those that share nothing are several.
 */
final class ReferenceSwitch {
    private static final long NO_ADDRESS = 0;

    private final List<ReferencePort> ports = new ArrayList<>();
    private final List<VirtualNetwork> networks;
    private final ReferenceTable table;
    private long now;

    ReferenceSwitch(List<VirtualNetwork> networks, List<PortProfile> profiles, int capacity, long ageing) {
        this.networks = networks;
        this.table = new ReferenceTable(capacity, ageing);
        profiles.forEach(profile -> ports.add(new ReferencePort(profile)));
        settle();
    }

    /** Gives every port its place in the VLANs of its networks, which is another when a port with a VLAN comes or goes. */
    private void settle() {
        boolean hasVlans = ports.stream().anyMatch(port -> !(port.profile.vlan() instanceof VlanMembership.Unspecified))
                || networks.stream().anyMatch(ReferenceSwitch::bringsVlans);
        Map<Station, ReferencePort> fixed = new HashMap<>();
        for (ReferencePort port : ports) {
            List<VirtualNetwork> own = networks.stream()
                    .filter(network -> port.profile.networks().contains(network.name()))
                    .toList();
            port.settle(own, hasVlans ? placed(port.profile, own) : VlanMembership.unspecified());
            addresses(port, fixed);
        }
        table.fix(fixed);
    }

    ReferencePort port(String name) {
        return ports.stream()
                .filter(port -> port.profile.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<ReferencePort> ports() {
        return ports;
    }

    /** Lets time pass, in seconds: none is none, whatever is old enough to be forgotten. */
    void advance(long seconds) {
        now += seconds;
        if (seconds > 0) {
            table.age(now);
        }
    }

    void attach(PortProfile profile) {
        ports.add(new ReferencePort(profile));
        settle();
    }

    void detach(String name) {
        ReferencePort port = port(name);
        ports.remove(port);
        table.forget(port);
        settle();
    }

    /** Gives a port another profile; what it could not have learnt by the new one is forgotten. */
    void change(PortProfile profile) {
        ReferencePort port = port(profile.name());
        PortProfile before = port.profile;
        boolean keepsStations = before.learning() == profile.learning()
                && before.sources().equals(profile.sources())
                && before.vlan().equals(profile.vlan())
                && before.privateVlanRole().equals(profile.privateVlanRole())
                && before.guards()
                        .security()
                        .allowed()
                        .equals(profile.guards().security().allowed());
        port.profile = profile;
        settle();
        if (!keepsStations) {
            table.forget(port);
        }
    }

    void link(String name, boolean up) {
        port(name).isUp = up;
        if (!up) {
            table.forget(port(name));
        }
    }

    /** Frames that came at once: where their sources are is known before their destinations are looked for. */
    void receive(String name, List<WireFrame> burst) {
        ReferencePort from = port(name);
        List<Verdict.Admitted> admitted = new ArrayList<>();
        for (WireFrame frame : burst) {
            switch (from.admit(frame)) {
                case Verdict.Admitted in -> admitted.add(in);
                case Verdict.Refused no -> from.drop(no.reason());
            }
        }
        admitted.removeIf(frame -> !mayBeSource(from, frame));
        admitted.forEach(frame -> deliver(from, frame));
    }

    // ---- VLANs that ports leave to their network

    private static boolean bringsVlans(VirtualNetwork network) {
        return network.mode() == IsolationMode.VLAN_PER_GUEST
                || network.privateVlan().isPresent();
    }

    private static VlanMembership placed(PortProfile profile, List<VirtualNetwork> own) {
        if (!(profile.vlan() instanceof VlanMembership.Unspecified)) {
            return profile.vlan();
        }
        VirtualNetwork first = own.getFirst();
        if (first.privateVlan().isPresent()) {
            return VlanMembership.access(privateVid(profile, first.privateVlan().get()));
        }
        if (first.mode() == IsolationMode.VLAN_PER_GUEST) {
            int[] vids = own.stream()
                    .mapToInt(network -> network.vlan().orElseThrow())
                    .toArray();
            return profile.isUplink() ? VlanMembership.trunk(vids) : VlanMembership.access(vids[0]);
        }
        return profile.isUplink()
                ? new VlanMembership.Trunk(io.isolane.core.policy.VidSet.ALL, 1, false, 0x8100)
                : VlanMembership.access(1);
    }

    private static int privateVid(PortProfile profile, PrivateVlan vlans) {
        return profile.privateVlanRole()
                .map(part -> switch (part.kind()) {
                    case PROMISCUOUS -> vlans.primary();
                    case ISOLATED -> vlans.isolated();
                    case COMMUNITY -> vlans.communities().getOrDefault(part.community(), 0);
                })
                .orElse(vlans.primary());
    }

    // ---- stations

    /** Secondary VLANs know the stations of their primary one; every other VLAN its own. */
    private Station station(ReferencePort port, ReferenceVlan vlan, long mac) {
        for (VirtualNetwork network : port.networks) {
            PrivateVlan vlans = network.privateVlan().orElse(null);
            if (vlans != null
                    && (vlan.vid() == vlans.isolated() || vlans.communities().containsValue(vlan.vid()))) {
                return new Station(new ReferenceVlan(vlans.primary(), false), mac);
            }
        }
        return new Station(vlan, mac);
    }

    private void addresses(ReferencePort port, Map<Station, ReferencePort> fixed) {
        for (long mac : port.profile.effectiveAddresses()) {
            vids(port.vlan)
                    .forEach(vid -> fixed.put(station(port, new ReferenceVlan(vid, port.isService()), mac), port));
        }
    }

    private static IntStream vids(VlanMembership vlan) {
        return switch (vlan) {
            case VlanMembership.Unspecified none -> IntStream.of(0);
            case VlanMembership.Access access -> IntStream.of(access.vid());
            case VlanMembership.Tunnel tunnel -> IntStream.of(tunnel.vid());
            case VlanMembership.Trunk trunk ->
                IntStream.concat(trunk.allowed().stream(), IntStream.of(trunk.nativeVid()))
                        .filter(vid -> vid != VlanMembership.NO_NATIVE);
        };
    }

    private boolean mayBeSource(ReferencePort from, Verdict.Admitted frame) {
        Station station = station(from, frame.vlan(), frame.payload().source());
        boolean isRegistered = !from.isUplink() && from.mode() == IsolationMode.REGISTERED;
        if (isRegistered && !maySend(from, station)) {
            from.drop(DropReason.FORGED_SOURCE);
            return false;
        }
        return isRegistered || learns(from, station);
    }

    /** False if the frame is refused, since its station may not be there. */
    private boolean learns(ReferencePort from, Station station) {
        boolean isHub = from.networks.stream().allMatch(network -> network.inside() == IsolationMode.SHARED_MEDIUM);
        if (isHub || !from.profile.learning()) {
            return true;
        }
        ReferencePort at = table.find(station);
        boolean isSecured = from.profile.guards().security().isOn();
        if (isSecured && at != from && !from.mayTake(station.mac(), at != null)) {
            from.drop(DropReason.PORT_SECURITY);
            return false;
        }
        boolean isGuestsOwn = at != null && at != from && isRegisteredGuest(at);
        Learnt learnt = isGuestsOwn ? Learnt.ELSEWHERE : table.learn(station, from, now);
        from.moved += learnt == Learnt.MOVED ? 1 : 0;
        boolean isLearnt = learnt != Learnt.ELSEWHERE && learnt != Learnt.NO_ROOM;
        from.notLearnt += isLearnt ? 0 : 1;
        if (!isLearnt && isSecured) {
            from.drop(DropReason.PORT_SECURITY);
            return false;
        }
        if (learnt == Learnt.NO_ROOM && from.keepsStations()) {
            from.drop(DropReason.UNLEARNT_SOURCE);
            return false;
        }
        return true;
    }

    private static boolean isRegisteredGuest(ReferencePort port) {
        return !port.isUplink() && port.mode() == IsolationMode.REGISTERED;
    }

    /** The three settings of a port group, as far as they concern what a guest sends. */
    private boolean maySend(ReferencePort from, Station station) {
        ReferencePort at = table.find(station);
        boolean isOwn = at == from;
        boolean isAnothers =
                at != null && !isOwn && (table.isStatic(station) || isRegisteredGuest(at) || at.isSticky());
        if (from.profile.sources().addressChanges() && !isAnothers) {
            adopt(from, station);
            return true;
        }
        return isOwn || from.profile.sources().forgedTransmits();
    }

    /** A guest has one address that it made its own; the last one is forgotten in every VLAN. */
    private void adopt(ReferencePort from, Station station) {
        if (table.isStatic(station)) {
            return;
        }
        boolean isChange = from.adopted != station.mac() && from.adopted != NO_ADDRESS;
        if (isChange && table.find(station) != from) {
            table.forget(from);
        }
        from.adopted = station.mac();
        from.moved += table.learn(station, from, now) == Learnt.MOVED ? 1 : 0;
    }

    // ---- delivery

    private void deliver(ReferencePort from, Verdict.Admitted frame) {
        List<ReferencePort> reach = ports.stream()
                .filter(to -> ReferenceReach.contains(from, to, frame.vlan()))
                .toList();
        long destination = frame.payload().destination();
        boolean isGroup = (destination >>> 40 & 1) != 0;
        ReferencePort addressee = isGroup ? null : table.find(station(from, frame.vlan(), destination));
        List<ReferencePort> listeners = reach.stream()
                .filter(to ->
                        isGroup ? ReferenceReach.hearsGroup(from, to, destination) : hears(from, to, addressee, reach))
                .toList();
        listeners.forEach(to -> to.leave(frame));
        if (listeners.isEmpty()) {
            from.drop(nobody(from, isGroup || reach.isEmpty(), addressee));
        }
    }

    private static boolean hears(
            ReferencePort from, ReferencePort to, @Nullable ReferencePort addressee, List<ReferencePort> reach) {
        if (addressee == from) {
            return false;
        }
        boolean isForHostAlone =
                addressee != null && reach.contains(addressee) && ReferenceReach.isShieldedFrom(from, addressee);
        return isForHostAlone ? to == addressee : ReferenceReach.hears(from, to, addressee);
    }

    private static DropReason nobody(ReferencePort from, boolean couldNever, @Nullable ReferencePort addressee) {
        if (addressee != null) {
            return addressee == from ? DropReason.SAME_PORT : DropReason.OUTSIDE_REACH;
        }
        return couldNever ? DropReason.NO_RECIPIENT : DropReason.UNKNOWN_UNICAST;
    }
}
