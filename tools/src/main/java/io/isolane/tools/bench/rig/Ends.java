package io.isolane.tools.bench.rig;

import io.isolane.core.frame.MacAddress;
import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.machine.ThreadWatch;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.NicPort;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The NICs at the ports of a scenario and the flows between them, for one thread that is generator and sink. */
final class Ends implements AutoCloseable {
    /** Turned in a station's address it makes one that no station has. */
    private static final long UNKNOWN = 1L << 32;

    private final Scenario scenario;
    private final Wiring wiring;
    private final FrameCache cache;
    private final List<VirtualNic> nics = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    /** Attaches every port of the scenario to {@code medium}, with rings of {@code ringCapacity} frames. */
    Ends(Scenario scenario, Medium medium, int ringCapacity) {
        this.scenario = scenario;
        this.wiring = new Wiring(scenario);
        this.cache = medium.pool().newCache();
        for (PortProfile profile : wiring.ports()) {
            RingPort port = new RingPort(profile.name(), medium.pool(), ringCapacity, cache, cache);
            medium.attach(profile, port);
            nics.add(port.nic());
        }
        for (int port = 0; port < scenario.ports(); port++) {
            if (!wiring.isUplink(port) && Addresses.conversations(scenario, port) > 0) {
                flows.add(fromGuest(port));
                flows.add(fromUplink(port));
            }
        }
    }

    /** In the order of the ports. */
    VirtualNic[] nics() {
        return nics.toArray(VirtualNic[]::new);
    }

    /** For each guest that takes part one to its uplink and one from there. */
    Flow[] flows() {
        return flows.toArray(Flow[]::new);
    }

    /** The same flows as a tester has them. */
    List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        for (int guest = 0; guest < scenario.ports(); guest++) {
            if (!wiring.isUplink(guest) && Addresses.conversations(scenario, guest) > 0) {
                int uplink = wiring.uplinkOf(guest);
                streams.add(stream(guest, guest, uplink));
                streams.add(stream(guest, uplink, guest));
            }
        }
        return streams;
    }

    /** What a tester is connected to here; {@code watch} is on the thread of the medium, if it can be watched. */
    Line line(FrameMemory memory, @Nullable ThreadWatch watch) {
        return new Line(
                memory,
                cache,
                nics.stream().map(NicPort::new).toList(),
                scenario.frames().longest(),
                () -> {},
                watch);
    }

    @Override
    public void close() {
        cache.close();
    }

    private Stream stream(int guest, int from, int to) {
        int count = Addresses.conversations(scenario, guest);
        AddressRange guests = new AddressRange(Addresses.guest(scenario, guest, 0), count);
        AddressRange servers = new AddressRange(Addresses.beyondUplink(scenario, guest, 0), count);
        AddressRange destinations = addressed(from == guest ? servers : guests);
        return Stream.of(from, to, from == guest ? guests : servers, destinations)
                .withVid(wiring.sentVid(from, guest));
    }

    private AddressRange addressed(AddressRange known) {
        return switch (scenario.traffic()) {
            case KNOWN_UNICAST -> known;
            case UNKNOWN_UNICAST -> new AddressRange(known.first() ^ UNKNOWN, known.count());
            case BROADCAST -> AddressRange.of(MacAddress.BROADCAST);
        };
    }

    private Flow fromGuest(int guest) {
        return flow(guest, guest, wiring.uplinkOf(guest), servers(guest), Addresses.of(scenario, guest));
    }

    private Flow fromUplink(int guest) {
        return flow(guest, wiring.uplinkOf(guest), guest, Addresses.of(scenario, guest), servers(guest));
    }

    private Flow flow(int guest, int from, int to, long[] destinations, long[] sources) {
        long[] addressed = switch (scenario.traffic()) {
            case KNOWN_UNICAST -> destinations;
            case UNKNOWN_UNICAST ->
                Arrays.stream(destinations).map(mac -> mac ^ UNKNOWN).toArray();
            case BROADCAST -> Flow.broadcast(destinations.length);
        };
        return new Flow(
                nics.get(from),
                to,
                scenario.frames(),
                ordered(addressed),
                ordered(sources),
                wiring.sentVid(from, guest),
                scenario.copied());
    }

    /** Both ends of a conversation keep the same place. */
    private long[] ordered(long[] macs) {
        return switch (scenario.order()) {
            case SEQUENTIAL -> macs;
            case RANDOM -> Shuffle.of(macs);
        };
    }

    private long[] servers(int guest) {
        long[] macs = new long[Addresses.conversations(scenario, guest)];
        Arrays.setAll(macs, i -> Addresses.beyondUplink(scenario, guest, i));
        return macs;
    }
}
