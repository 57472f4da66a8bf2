package io.isolane.tools.bench.rig;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The NICs at the ports of a scenario and the flows between them, for one thread that is generator and sink. */
final class Ends implements AutoCloseable {
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

    @Override
    public void close() {
        cache.close();
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
                Arrays.stream(destinations).map(mac -> mac ^ 1L << 32).toArray();
            case BROADCAST -> Flow.broadcast(destinations.length);
        };
        return new Flow(nics.get(from), to, scenario.frames(), addressed, sources, wiring.sentVid(from, guest));
    }

    private long[] servers(int guest) {
        long[] macs = new long[Addresses.conversations(scenario, guest)];
        Arrays.setAll(macs, i -> Addresses.beyondUplink(scenario, guest, i));
        return macs;
    }
}
