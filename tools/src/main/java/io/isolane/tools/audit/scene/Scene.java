package io.isolane.tools.audit.scene;

import io.isolane.core.policy.IsolationMode;
import io.isolane.core.policy.PortProfile;
import io.isolane.core.policy.VirtualNetwork;
import io.isolane.tools.audit.evidence.Station;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One isolation mode set up as the experiment needs it. Immutable.
 *
 * @param ports of guests and host, each named as its {@link Station#port station}, and the uplinks
 * @param segments where the LAN server has an interface
 */
public record Scene(
        IsolationMode mode, List<VirtualNetwork> networks, List<PortProfile> ports, List<Segment> segments) {
    private static final Set<Station> CAPTURING_ALL = Set.of(Station.VM1, Station.VM4);

    public Scene {
        networks = List.copyOf(networks);
        ports = List.copyOf(ports);
        segments = List.copyOf(segments);
    }

    /** Guests and host. */
    public List<Station> members() {
        return segments.stream()
                .flatMap(segment -> segment.stations().stream())
                .sorted()
                .toList();
    }

    public boolean has(Station station) {
        return station == Station.LAN || members().contains(station);
    }

    /**
     * The segment that a guest or the host is in.
     *
     * @throws IllegalArgumentException if it takes no part
     */
    public Segment segmentOf(Station station) {
        return segments.stream()
                .filter(segment -> segment.stations().contains(station))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(station.label() + " is not in " + mode.label()));
    }

    /** Segments in which nobody listens: a broadcast of the LAN in one of these is not meant for a listener. */
    public List<Segment> segmentsOfOthers() {
        return segments.stream()
                .filter(segment ->
                        segment.number() == 0 || segment.stations().stream().noneMatch(CAPTURING_ALL::contains))
                .toList();
    }

    /** Who captures promiscuously, with the number of the segment. */
    public Map<Station, Integer> listeners() {
        return members().stream()
                .filter(CAPTURING_ALL::contains)
                .collect(Collectors.toMap(
                        station -> station,
                        station -> segmentOf(station).number(),
                        (one, other) -> one,
                        () -> new EnumMap<>(Station.class)));
    }

    /** Who captures what it sends, the LAN server last. */
    public List<Station> senders() {
        return Stream.concat(members().stream(), Stream.of(Station.LAN))
                .filter(station -> !CAPTURING_ALL.contains(station))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
