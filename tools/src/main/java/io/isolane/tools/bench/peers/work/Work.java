package io.isolane.tools.bench.peers.work;

import io.isolane.core.policy.IsolationMode;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Scenario.Order;
import io.isolane.tools.bench.rig.Scenario.Traffic;
import io.isolane.tools.bench.rig.Scenario.Vlans;
import io.isolane.tools.bench.rig.Shuffle;
import io.isolane.tools.bench.rig.Wiring;
import io.isolane.tools.bench.trial.FrameMix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What every switch is given to do. Immutable.
 *
 * @param name for the command line and the results
 * @param frameLength bytes from the destination address to the last of the payload, without FCS
 * @param pairs of stations; where frames are flooded, stations that send
 * @param kind what becomes of the frames
 */
public record Work(String name, int frameLength, int pairs, Kind kind) {
    /** The VLAN that everything happens in. */
    public static final int VLAN = 10;

    /** Every one that can be chosen, in the order of the tables. */
    public static final List<Work> ALL = List.of(
            new Work("pairs-2", 64, 2, Kind.UNICAST),
            new Work("pairs-256", 64, 256, Kind.UNICAST),
            new Work("pairs-4096", 64, 4096, Kind.UNICAST),
            new Work("pairs-65536", 64, 65_536, Kind.UNICAST),
            new Work("long", 1500, 256, Kind.UNICAST),
            new Work("trunk", 64, 256, Kind.ACCESS_TO_TRUNK),
            new Work("flood", 64, 256, Kind.FLOOD),
            new Work("flood-long", 1500, 256, Kind.FLOOD),
            new Work("veth", 64, 256, Kind.VETH),
            new Work("veth-long", 1500, 256, Kind.VETH));

    /** Turned in a station's address it makes one that no station has, as in {@link Scenario}. */
    private static final long UNKNOWN = 1L << 32;

    /** What becomes of the frames. */
    public enum Kind {
        /** Two access ports, both ways at once, stations that were learnt. */
        UNICAST,
        /** The same between an access port and a trunk: a tag is pushed one way and popped the other. */
        ACCESS_TO_TRUNK,
        /** Four access ports, unknown unicast: each frame leaves by three of them. Others have one sender; of ours, ports take turns. */
        FLOOD,
        /** As {@link #UNICAST}, between Linux interfaces instead of in memory. */
        VETH
    }

    /** The one that is called so, if there is one. */
    public static Optional<Work> named(String name) {
        return ALL.stream().filter(work -> work.name().equals(name)).findFirst();
    }

    /** In words, for tables. */
    public String label() {
        String what = switch (kind) {
            case UNICAST, VETH -> " pairs";
            case ACCESS_TO_TRUNK -> " pairs, access to trunk";
            case FLOOD -> " senders, flooded 1 to 3";
        };
        return frameLength + " B, " + String.format(Locale.ROOT, "%,d", pairs) + what;
    }

    /** Ports of the switch. */
    public int ports() {
        return kind == Kind.FLOOD ? 4 : 2;
    }

    /** Whether frames enter at {@code port}: at one port where they are flooded, else at both. */
    public boolean isSender(int port) {
        return kind != Kind.FLOOD || port == 0;
    }

    /** Whether the frames of {@code port} carry {@link #VLAN} in a tag. */
    public boolean isTrunk(int port) {
        return kind == Kind.ACCESS_TO_TRUNK && port == 0;
    }

    /** The same work for our own switch in memory, its frames copied as those of the others are, or not. */
    public Scenario scenario(boolean copied) {
        Scenario scenario = Scenario.of(IsolationMode.LEARNING)
                .withFrameLength(frameLength)
                .withPorts(ports())
                .withAddresses(2 * pairs)
                .withOrder(Order.RANDOM)
                .withCopied(copied);
        return switch (kind) {
            case UNICAST, VETH -> scenario;
            case ACCESS_TO_TRUNK -> scenario.withVlans(Vlans.ACCESS_TO_TRUNK);
            case FLOOD -> scenario.withTraffic(Traffic.UNKNOWN_UNICAST);
        };
    }

    /** The source addresses of the frames that enter at {@code port}, in their order. */
    public long[] sources(int port) {
        return stations(port);
    }

    /** The destination addresses of the same frames. */
    public long[] destinations(int port) {
        long[] stations = stations(port == 0 ? 1 : 0);
        return kind == Kind.FLOOD
                ? LongStream.of(stations).map(mac -> mac ^ UNKNOWN).toArray()
                : stations;
    }

    /** The lengths as testers count them, with FCS. */
    public FrameMix frames() {
        return FrameMix.of(frameLength + FrameMix.FCS);
    }

    private long[] stations(int port) {
        long first = new Wiring(scenario(false)).firstStation(port);
        return Shuffle.of(LongStream.range(first, first + pairs).toArray());
    }
}
