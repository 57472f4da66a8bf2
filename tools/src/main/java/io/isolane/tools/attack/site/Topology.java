package io.isolane.tools.attack.site;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A switch in memory: its networks and ports, and who sits at them. Immutable.
 *
 * @param ownVid the attacker's VLAN
 * @param foreignVid a VLAN that the attacker is not in
 */
public record Topology(
        IsolationMode mode,
        List<VirtualNetwork> networks,
        List<PortProfile> ports,
        Map<Seat, Plug> seats,
        int ownVid,
        int foreignVid) {
    public Topology {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
        seats = Map.copyOf(seats);
    }

    /** The same switch with a guard on, where its networks have such a thing. */
    public Topology with(Guard guard) {
        if (!networks.stream().allMatch(guard::fits)) {
            return this;
        }
        Topology guarded = this;
        for (Seat seat : Seat.values()) {
            Plug plug = seats.get(seat);
            if (plug != null) {
                guarded = guarded.with(plug.port(), port -> guard.on(seat, port));
            }
        }
        return guarded;
    }

    /** The same switch with a guard off that is on by default. */
    public Topology without(Guard guard) {
        return new Topology(mode, networks, ports.stream().map(guard::off).toList(), seats, ownVid, foreignVid);
    }

    private Topology with(String name, UnaryOperator<PortProfile> change) {
        return new Topology(
                mode,
                networks,
                ports.stream()
                        .map(port -> port.name().equals(name) ? change.apply(port) : port)
                        .toList(),
                seats,
                ownVid,
                foreignVid);
    }
}
