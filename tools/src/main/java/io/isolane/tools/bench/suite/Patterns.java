package io.isolane.tools.bench.suite;

import io.isolane.core.frame.MacAddress;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TestBed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The traffic patterns of RFC 2544 and RFC 2889 among those ports of a device that may talk to each other. Confined to its test bed's thread. */
public final class Patterns {
    private final TestBed bed;
    private final int stations;

    /** Patterns among stations that are shared out among the ports of {@code bed}, at least one behind each. */
    public Patterns(TestBed bed, int addresses) {
        this.bed = bed;
        this.stations = Math.max(1, addresses / bed.ports());
    }

    /** Each port with one other, both ways at once (RFC 2544, 14). */
    public Pattern pairs() {
        boolean[] isTaken = new boolean[bed.ports()];
        List<Way> pairs = new ArrayList<>();
        for (Way way : Way.open(bed, way -> way.from() < way.to() && way.back().isOpen(bed))) {
            if (!isTaken[way.from()] && !isTaken[way.to()]) {
                isTaken[way.from()] = true;
                isTaken[way.to()] = true;
                pairs.add(way);
                pairs.add(way.back());
            }
        }
        return pattern("Pairs of ports, both ways", pairs, bed.ports() / 2 * 2L);
    }

    /** One port to one other (RFC 2544, 15). */
    public Pattern onePair() {
        return pattern(
                "One port to another", open(way -> true).stream().limit(1).toList(), 1);
    }

    /** Each port to each other one (RFC 2889, 5.1). */
    public Pattern mesh() {
        return chosen("Fully meshed", way -> true);
    }

    /** From the port that reaches most others to all of them (RFC 2889, 5.2). */
    public Pattern oneToMany() {
        int one = busiest(Way::from);
        return chosen("One port to many", way -> way.from() == one);
    }

    /** From all that reach one port to that one (RFC 2889, 5.2). */
    public Pattern manyToOne() {
        int one = busiest(Way::to);
        return chosen("Many ports to one", way -> way.to() == one);
    }

    /** Each port of one half to each of the other half, one way (RFC 2889, 5.4). */
    public Pattern oneWay() {
        int half = bed.ports() / 2;
        return chosen("From one half of the ports to the other", way -> way.from() < half && way.to() >= half);
    }

    /** Each port of one device to each of the others, both ways (RFC 2889, 5.3); none where there is one device. */
    public Pattern acrossDevices() {
        if (IntStream.range(0, bed.ports()).map(bed::deviceOf).distinct().count() < 2) {
            return new Pattern(List.of(), "There is one device; this test is for several that are joined.");
        }
        return chosen("From device to device", way -> bed.deviceOf(way.from()) != bed.deviceOf(way.to()));
    }

    /**
     * Two senders and two receivers (RFC 2889, 5.5): the first sends half its frames to a port that only it uses, and half to one that the second sends
     * all of its own to. The streams are, in this order: first to free, first to congested, second to congested.
     */
    public Pattern congestion() {
        for (Way free : open(way -> true)) {
            for (Way shared : open(way -> way.from() == free.from() && way.to() != free.to())) {
                for (Way other :
                        open(way -> way.to() == shared.to() && way.from() != free.from() && way.from() != free.to())) {
                    return congestion(free, shared, other);
                }
            }
        }
        return new Pattern(
                List.of(),
                "Of " + bed.ports() + " ports no two may both send to a third while one of them sends to a fourth.");
    }

    /** One port to everybody that it reaches, with the broadcast address (RFC 2889, 5.10). */
    public Pattern broadcast() {
        int one = busiest(Way::from);
        List<Way> ways = open(way -> way.from() == one);
        List<Stream> streams = ways.stream()
                .flatMap(way -> bed.tags(one, way.to()).stream())
                .distinct()
                .map(vid -> broadcast(ways, vid))
                .toList();
        return new Pattern(
                streams,
                "Broadcasts from port " + one + " to " + ways.size() + " of " + (bed.ports() - 1) + " other ports.");
    }

    private Stream broadcast(List<Way> ways, int vid) {
        int one = ways.getFirst().from();
        List<Integer> listeners = ways.stream()
                .map(Way::to)
                .filter(to -> bed.tags(one, to).contains(vid))
                .toList();
        return new Stream(
                one,
                listeners,
                bed.stations(one, stations),
                AddressRange.of(MacAddress.BROADCAST),
                vid,
                1,
                Defect.NONE);
    }

    private Pattern congestion(Way free, Way shared, Way other) {
        return new Pattern(
                List.of(
                        firstStream(free).withShare(1),
                        firstStream(shared).withShare(1),
                        firstStream(other).withShare(2)),
                "Ports " + free.from() + " and " + other.from() + " send to port " + shared.to() + ", and port "
                        + free.from() + " sends to port " + free.to() + " as well.");
    }

    private Pattern chosen(String name, Predicate<Way> which) {
        return pattern(name, open(which), Way.all(bed).stream().filter(which).count());
    }

    private Pattern pattern(String name, List<Way> ways, long possible) {
        String kept = ways.size() < possible ? "; isolation keeps the others apart" : "";
        return new Pattern(
                ways.stream().flatMap(way -> streams(way).stream()).toList(),
                name + ", " + bed.ports() + " ports: " + ways.size() + " of " + possible + " ways" + kept + ".");
    }

    private List<Stream> streams(Way way) {
        List<Integer> tags = bed.tags(way.from(), way.to());
        return tags.stream()
                .map(vid -> stream(way, vid).withShare(1.0 / tags.size()))
                .toList();
    }

    private Stream firstStream(Way way) {
        return stream(way, bed.tags(way.from(), way.to()).getFirst());
    }

    private Stream stream(Way way, int vid) {
        return Stream.of(way.from(), way.to(), bed.stations(way.from(), stations), bed.stations(way.to(), stations))
                .withVid(vid);
    }

    /** The lowest of the ports that most ways end at, or begin at. */
    private int busiest(ToIntFunction<Way> end) {
        return IntStream.range(0, bed.ports())
                .boxed()
                .max(Comparator.<Integer>comparingInt(
                                port -> open(way -> end.applyAsInt(way) == port).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private List<Way> open(Predicate<Way> which) {
        return Way.open(bed, which);
    }
}
