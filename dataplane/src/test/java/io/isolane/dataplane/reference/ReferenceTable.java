package io.isolane.dataplane.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where stations are, in the words of the description: learnt, moved, aged, and thrown out by the port that holds most. */
final class ReferenceTable {
    /** A station is known by its VLAN and address. */
    record Station(ReferenceVlan vlan, long mac) {}

    /** What hearing a station came to. */
    enum Learnt {
        KNOWN,
        NEW,
        MOVED,
        /** Another port has it, and keeps it. */
        ELSEWHERE,
        NO_ROOM
    }

    private record Place(ReferencePort port, boolean isStatic, long heardAt) {}

    private final Map<Station, Place> places = new HashMap<>();
    private final int capacity;
    private final long ageing;

    /** {@code ageing} in seconds, 0 for never. */
    ReferenceTable(int capacity, long ageing) {
        this.capacity = capacity;
        this.ageing = ageing;
    }

    /** Puts these stations in their places for good, instead of those that were put before; a station that was is forgotten. */
    void fix(Map<Station, ReferencePort> stations) {
        places.entrySet()
                .removeIf(entry -> entry.getValue().isStatic()
                        && stations.get(entry.getKey()) != entry.getValue().port());
        stations.forEach((station, port) -> places.put(station, new Place(port, true, 0)));
    }

    @Nullable
    ReferencePort find(Station station) {
        Place place = places.get(station);
        return place == null ? null : place.port();
    }

    boolean isStatic(Station station) {
        Place place = places.get(station);
        return place != null && place.isStatic();
    }

    Learnt learn(Station station, ReferencePort port, long now) {
        Place place = places.get(station);
        if (place != null && place.isStatic()) {
            return place.port() == port ? Learnt.KNOWN : Learnt.ELSEWHERE;
        }
        if (place != null && place.port() == port) {
            places.put(station, new Place(port, false, now));
            return Learnt.KNOWN;
        }
        if (place != null && place.port().isSticky()) {
            return Learnt.ELSEWHERE;
        }
        if (held(port) >= port.profile.stationLimit()) {
            return Learnt.NO_ROOM;
        }
        if (place == null && held() == capacity) {
            evict(port);
        }
        places.put(station, new Place(port, false, now));
        return place == null ? Learnt.NEW : Learnt.MOVED;
    }

    /** Forgets what was learnt behind a port. */
    void forget(ReferencePort port) {
        places.values().removeIf(place -> place.port() == port && !place.isStatic());
    }

    void age(long now) {
        places.values()
                .removeIf(place -> !place.isStatic()
                        && !place.port().keepsStations()
                        && ageing > 0
                        && now - place.heardAt() >= ageing);
    }

    /** The oldest station of the ports that hold most goes; the newcomer's own if it is one of those ports. */
    private void evict(ReferencePort newcomer) {
        long most = mayLeave()
                .mapToLong(entry -> held(entry.getValue().port()))
                .max()
                .orElse(0);
        boolean isOwn = held(newcomer) == most;
        mayLeave()
                .filter(entry -> isOwn
                        ? entry.getValue().port() == newcomer
                        : held(entry.getValue().port()) == most)
                .min(Comparator.comparingLong(entry -> entry.getValue().heardAt()))
                .map(Map.Entry::getKey)
                .ifPresent(places::remove);
    }

    private Stream<Map.Entry<Station, Place>> mayLeave() {
        return learnt().filter(entry -> !entry.getValue().port().keepsStations());
    }

    private Stream<Map.Entry<Station, Place>> learnt() {
        return places.entrySet().stream().filter(entry -> !entry.getValue().isStatic());
    }

    private long held() {
        return learnt().count();
    }

    private long held(ReferencePort port) {
        return learnt().filter(entry -> entry.getValue().port() == port).count();
    }
}
