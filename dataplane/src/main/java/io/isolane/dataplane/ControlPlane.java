package io.isolane.dataplane;

import static java.util.Objects.requireNonNull;

import io.isolane.core.acl.RuleHits;
import io.isolane.core.binding.Bindings;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.frame.EthernetLayout;
import io.isolane.core.policy.FidRegistry;
import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.Mirror;
import io.isolane.core.policy.PolicyCompiler;
import io.isolane.core.policy.PolicyRules;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortState;
import io.isolane.core.table.MacTable;
import io.isolane.dataplane.pipeline.ExitLists;
import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.worker.AttachedPort;
import io.isolane.dataplane.worker.Crew;
import io.isolane.dataplane.worker.GuardedPort;
import io.isolane.dataplane.worker.SharedState;
import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final StationControl stations;
    private final BindingControl bindings;
    private final SharedState states;
    private final Crew crew;
    private final Arena arena;
    private final FidRegistry fids = new FidRegistry();
    private final SortedMap<Integer, PortProfile> profiles = new TreeMap<>();
    private final SortedMap<Integer, AttachedPort> attached = new TreeMap<>();
    private final Map<Integer, ExitLists> exitLists = new HashMap<>();

    ControlPlane(SwitchConfig config, MacTable table, Bindings bindings, SharedState states, Crew crew, Arena arena) {
        this.config = config;
        this.table = table;
        this.stations = new StationControl(table);
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
                profile.guards().rates().out(),
                profile.guards().weight());
        forgetLearnt(index);
        stations.restrict(index, state.port(index));
        crew.attach(place);
        attached.put(index, place);
        profiles.put(index, profile);
        publish(state);
    }

    synchronized void detach(String name) {
        int index = require(name);
        SortedMap<Integer, PortProfile> next = new TreeMap<>(profiles);
        next.remove(index);
        ForwardingState state = compile(next);
        AttachedPort place = attached.remove(index);
        exitLists.remove(index);
        publish(state);
        profiles.remove(index);
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
        PortProfile before = requireNonNull(profiles.put(index, profile));
        stations.restrict(index, state.port(index));
        restrict(index, profile);
        publish(state);
        stations.reconfigure(index, before, profile);
        bindings.reconfigure(index, before, profile);
        if (!before.guards().security().equals(profile.guards().security())) {
            crew.clear(requireNonNull(attached.get(index)));
        }
    }

    /** Forgets what a port has learnt, and lets it come up if its guard has put it down. */
    synchronized void clear(String name) {
        int index = require(name);
        stations.forgetLearnt(index);
        crew.clear(requireNonNull(attached.get(index)));
    }

    private void restrict(int index, PortProfile profile) {
        AttachedPort place = requireNonNull(attached.get(index));
        AttachedPort next = place.restricted(
                profile.mtu() + EthernetLayout.HEADER_LENGTH,
                profile.guards().rates().out(),
                profile.guards().weight());
        if (!next.equals(place)) {
            attached.put(index, next);
            crew.restrict(next);
        }
    }

    private void forgetLearnt(int index) {
        stations.forgetLearnt(index);
        bindings.forgetLearnt(index);
    }

    synchronized List<BoundAddress> bindings(long now) {
        return bindings.list(profiles, states.getAcquire(), now);
    }

    /** The last station that moved; {@code now} in milliseconds. */
    synchronized Optional<ReportedStation> lastMove(int now) {
        return StationControl.reported(table.lastMove(now), profiles, states.getAcquire());
    }

    /** The last station that a guard refused; {@code now} in milliseconds. */
    synchronized Optional<ReportedStation> lastRefusal(int now) {
        return StationControl.reported(table.lastRefusal(now), profiles, states.getAcquire());
    }

    synchronized List<String> ports() {
        return profiles.values().stream().map(PortProfile::name).toList();
    }

    synchronized AttachedPort attached(String name) {
        return requireNonNull(attached.get(require(name)));
    }

    synchronized List<RuleHits> hits(String name, boolean isEntry) {
        PortState port = states.getAcquire().port(require(name));
        return (isEntry ? port.entry() : port.exit()).hits();
    }

    private ForwardingState compile(SortedMap<Integer, PortProfile> ports) {
        ForwardingState state =
                PolicyCompiler.compile(config.networks(), ports, mirrorsAmong(ports), fids, states.getAcquire());
        config.table().requireRoom(PolicyRules.mostKept(config.networks(), ports.values()));
        stations.requireRoom(state);
        BindingControl.requireRoom(state);
        return state;
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
        stations.publish(state);
        bindings.publish(state);
        attached.values().forEach(place -> filter(place, ExitLists.of(state, place.index())));
        states.publishRelease(state);
    }

    private void filter(AttachedPort place, ExitLists lists) {
        if (!lists.equals(exitLists.getOrDefault(place.index(), ExitLists.OFF))) {
            exitLists.put(place.index(), lists);
            crew.filter(place, lists);
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
