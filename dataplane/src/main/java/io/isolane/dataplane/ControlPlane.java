package io.isolane.dataplane;

import static java.util.Objects.requireNonNull;

import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.StaticStation;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.worker.AttachedPort;
import io.isolane.dataplane.worker.Crew;
import io.isolane.dataplane.worker.GuardedPort;
import io.isolane.dataplane.worker.SharedState;
import java.lang.foreign.Arena;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns intent into forwarding states: compiles off the frame path, publishes with one store. A change that does not compile changes
 * nothing. Any thread, one at a time.
 */
final class ControlPlane {
    /** Ports of a switch: as many as a Linux bridge takes. */
    static final int MAX_PORTS = 1024;

    private final SwitchConfig config;
    private final MacTable table;
    private final BindingControl bindings;
    private final SharedState states;
    private final Crew crew;
    private final Arena arena;
    private final FidRegistry fids = new FidRegistry();
    private final SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
    private final SortedMap<Integer, AttachedPort> attached = new TreeMap<>();
    private Set<StaticStation> stations = Set.of();

    ControlPlane(SwitchConfig config, MacTable table, Bindings bindings, SharedState states, Crew crew, Arena arena) {
        this.config = config;
        this.table = table;
        this.bindings = new BindingControl(bindings);
        this.states = states;
        this.crew = crew;
        this.arena = arena;
        publish(compile(profiles));
    }

    PortProfile profileFor(String name) {
        return config.ports().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseGet(() -> guestOfOnlyNetwork(name));
    }

    synchronized void attach(PortProfile profile, Port port) {
        if (find(profile.name()) >= 0) {
            throw new IllegalArgumentException(
                    "port '" + profile.name() + "' is attached already: detach it first, or choose another name");
        }
        int index = freeIndex();
        SortedMap<Integer, PortProfile> next = new TreeMap<>(profiles);
        next.put(index, profile);
        ForwardingState state = compile(next);
        AttachedPort place = new AttachedPort(
                index,
                index % crew.size(),
                new GuardedPort(port),
                PortCounters.allocate(arena),
                profile.mtu() + EthernetLayout.HEADER_LENGTH,
                profile.guards().rates().out());
        forgetLearnt(index);
        table.limit(index, profile.stationLimit());
        crew.attach(place);
        attached.put(index, place);
        profiles.put(index, profile);
        publish(state);
    }

    synchronized void detach(String name) {
        int index = require(name);
        SortedMap<Integer, PortProfile> next = new TreeMap<>(profiles);
        next.remove(index);
        publish(compile(next));
        profiles.remove(index);
        AttachedPort place = attached.remove(index);
        if (place != null) {
            crew.detach(place);
        }
        forgetLearnt(index);
    }

    synchronized void reconfigure(PortProfile profile) {
        int index = require(profile.name());
        SortedMap<Integer, PortProfile> next = new TreeMap<>(profiles);
        next.put(index, profile);
        ForwardingState state = compile(next);
        PortProfile before = profiles.put(index, profile);
        table.limit(index, profile.stationLimit());
        restrict(index, profile);
        publish(state);
        if (before != null && !keepsStations(before, profile)) {
            table.flush(index);
        }
        if (before != null) {
            bindings.reconfigure(index, before, profile);
        }
    }

    private void restrict(int index, PortProfile profile) {
        AttachedPort place = requireNonNull(attached.get(index));
        AttachedPort next = place.restricted(
                profile.mtu() + EthernetLayout.HEADER_LENGTH,
                profile.guards().rates().out());
        if (!next.equals(place)) {
            attached.put(index, next);
            crew.restrict(next);
        }
    }

    /** False if stations were learnt in another VLAN, or might not be learnt as the port is now. */
    private static boolean keepsStations(PortProfile before, PortProfile after) {
        return before.networks().equals(after.networks())
                && before.learning() == after.learning()
                && before.sources().equals(after.sources())
                && before.vlan().equals(after.vlan())
                && before.privateVlanRole().equals(after.privateVlanRole());
    }

    private void forgetLearnt(int index) {
        table.flush(index);
        bindings.forgetLearnt(index);
    }

    synchronized List<BoundAddress> bindings(long now) {
        return bindings.list(profiles, states.getAcquire(), now);
    }

    synchronized List<String> ports() {
        return profiles.values().stream().map(PortProfile::name).toList();
    }

    synchronized AttachedPort attached(String name) {
        return requireNonNull(attached.get(require(name)));
    }

    private ForwardingState compile(SortedMap<Integer, PortProfile> ports) {
        ForwardingState state = PolicyCompiler.compile(config.networks(), ports, mirrorsAmong(ports), fids);
        requireRoom(state.stations().size());
        BindingControl.requireRoom(state);
        return state;
    }

    /** Half the table's slots at most, so that every probe for a free one ends. */
    private void requireRoom(int stations) {
        if (stations > table.slotCount() / 2) {
            throw new IllegalArgumentException("the ports' addresses are " + stations
                    + " stations, one in each VLAN of their port, and this MAC table has room for "
                    + table.slotCount() / 2
                    + ": give it a larger capacity, or the ports fewer VLANs");
        }
    }

    /** A mirror works as far as the ports it names are attached. */
    private List<Mirror> mirrorsAmong(SortedMap<Integer, PortProfile> ports) {
        Set<String> names = new HashSet<>();
        ports.values().forEach(profile -> names.add(profile.name()));
        return config.mirrors().stream()
                .filter(mirror -> names.contains(mirror.target()))
                .map(mirror -> new Mirror(
                        mirror.name(),
                        mirror.ports().stream().filter(names::contains).toList(),
                        mirror.received(),
                        mirror.transmitted(),
                        mirror.target()))
                .toList();
    }

    /** Known stations are in the table before frames are forwarded by the state that knows them. */
    private void publish(ForwardingState state) {
        Set<StaticStation> next = Set.copyOf(state.stations());
        stations.stream().filter(station -> !next.contains(station)).forEach(this::forget);
        next.stream().filter(station -> !stations.contains(station)).forEach(this::place);
        stations = next;
        bindings.publish(state);
        states.publishRelease(state);
    }

    private void place(StaticStation station) {
        while (!table.putStatic(MacTable.key(station.fid(), station.mac()), station.port())) {
            Thread.onSpinWait();
        }
    }

    private void forget(StaticStation station) {
        while (!table.remove(MacTable.key(station.fid(), station.mac()))) {
            Thread.onSpinWait();
        }
    }

    private PortProfile guestOfOnlyNetwork(String name) {
        if (config.networks().size() != 1) {
            throw new IllegalArgumentException("port '" + name + "' could be in any of "
                    + config.networks().size() + " networks: attach it with a profile that says in which");
        }
        return PortProfile.guest(name, config.networks().getFirst().name()).build();
    }

    private int freeIndex() {
        for (int index = 0; index < MAX_PORTS; index++) {
            if (!profiles.containsKey(index)) {
                return index;
            }
        }
        throw new IllegalArgumentException("a switch has " + MAX_PORTS + " ports, and all are taken: detach one");
    }

    private int require(String name) {
        int index = find(name);
        if (index < 0) {
            throw new IllegalArgumentException("there is no port '" + name + "': use one of " + ports());
        }
        return index;
    }

    private int find(String name) {
        for (Map.Entry<Integer, PortProfile> entry : profiles.entrySet()) {
            if (entry.getValue().name().equals(name)) {
                return entry.getKey();
            }
        }
        return -1;
    }
}
