package io.isolane.dataplane;

import io.isolane.core.policy.ForwardingState;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.PortState;
import io.isolane.core.policy.StaticStation;
import io.isolane.core.table.MacTable;
import io.isolane.core.table.Sighting;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * The control plane's part in stations: those that are known, how many each port may have and how long they stay. One caller at a time.
 */
final class StationControl {
    private final MacTable table;
    private Set<StaticStation> known = Set.of();

    StationControl(MacTable table) {
        this.table = table;
    }

    /** @throws IllegalArgumentException if the table has no room for what is known: half its slots, so that every probe for a free one ends */
    void requireRoom(ForwardingState state) {
        int stations = state.stations().size();
        if (stations > table.slotCount() / 2) {
            throw new IllegalArgumentException("the ports' addresses are " + stations
                    + " stations, one in each VLAN of their port, and this MAC table has room for "
                    + table.slotCount() / 2
                    + ": give it a larger capacity, or the ports fewer VLANs");
        }
    }

    /** How many stations a port may learn, and how long they stay. */
    void restrict(int port, PortState rules) {
        table.limit(port, rules.stationLimit());
        table.tenure(port, rules.stations().tenure());
    }

    /** Puts what is known now into the table, and takes out what no longer is. */
    void publish(ForwardingState state) {
        Set<StaticStation> next = Set.copyOf(state.stations());
        known.stream().filter(station -> !next.contains(station)).forEach(this::forget);
        next.stream().filter(station -> !known.contains(station)).forEach(this::place);
        known = next;
    }

    /** Forgets what a port has learnt if that was in another VLAN, or might not be learnt as the port is now. */
    void reconfigure(int port, PortProfile before, PortProfile after) {
        boolean keeps = before.networks().equals(after.networks())
                && before.learning() == after.learning()
                && before.sources().equals(after.sources())
                && before.vlan().equals(after.vlan())
                && before.privateVlanRole().equals(after.privateVlanRole())
                && before.guards()
                        .security()
                        .allowed()
                        .equals(after.guards().security().allowed());
        if (!keeps) {
            forgetLearnt(port);
        }
    }

    /** Forgets all that a port has learnt. */
    void forgetLearnt(int port) {
        table.flush(port);
    }

    static Optional<ReportedStation> reported(
            Optional<Sighting> seen, SortedMap<Integer, PortProfile> ports, ForwardingState state) {
        return seen.map(sighting -> new ReportedStation(
                name(ports, sighting.from()),
                name(ports, sighting.to()),
                state.vidOf(sighting.fid()),
                sighting.mac(),
                Duration.ofMillis(sighting.age()),
                sighting.count()));
    }

    private static String name(SortedMap<Integer, PortProfile> ports, int index) {
        PortProfile port = ports.get(index);
        return port == null ? "" : port.name();
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
}
