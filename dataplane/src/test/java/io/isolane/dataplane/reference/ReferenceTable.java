package io.isolane.dataplane.reference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        NOT_LEARNT
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

    void fix(Station station, ReferencePort port) {
        places.put(station, new Place(port, true, 0));
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
            return place.port() == port ? Learnt.KNOWN : Learnt.NOT_LEARNT;
        }
        if (place != null && place.port() == port) {
            places.put(station, new Place(port, false, now));
            return Learnt.KNOWN;
        }
        if (held(port) >= port.profile.stationLimit()) {
            return Learnt.NOT_LEARNT;
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
        places.values().removeIf(place -> !place.isStatic() && ageing > 0 && now - place.heardAt() >= ageing);
    }

    private void evict(ReferencePort newcomer) {
        ReferencePort heaviest = places.values().stream()
                .filter(place -> !place.isStatic())
                .map(Place::port)
                .max(Comparator.<ReferencePort>comparingLong(this::held).thenComparing(port -> port == newcomer))
                .orElse(newcomer);
        places.entrySet().stream()
                .filter(entry ->
                        !entry.getValue().isStatic() && entry.getValue().port() == heaviest)
                .min(Comparator.comparingLong(entry -> entry.getValue().heardAt()))
                .map(Map.Entry::getKey)
                .ifPresent(places::remove);
    }

    private long held() {
        return places.values().stream().filter(place -> !place.isStatic()).count();
    }

    private long held(ReferencePort port) {
        return places.values().stream()
                .filter(place -> !place.isStatic() && Objects.equals(place.port(), port))
                .count();
    }
}
