package io.isolane.tools.bench.rig;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.machine.Watch;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.NicPort;
import io.isolane.tools.bench.trial.Stream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The NICs at the ports of a scenario and the flows between them, for one thread that is generator and sink. */
final class Ends implements AutoCloseable {
    private final Scenario scenario;
    private final FrameCache cache;
    private final List<VirtualNic> nics = new ArrayList<>();
    private final List<Stream> streams;
    private final List<Flow> flows = new ArrayList<>();

    /** Attaches every port of the scenario to {@code medium}, with rings of {@code ringCapacity} frames. */
    Ends(Scenario scenario, Medium medium, int ringCapacity) {
        this.scenario = scenario;
        this.cache = medium.pool().newCache();
        for (PortProfile profile : new Wiring(scenario).ports()) {
            RingPort port = new RingPort(profile.name(), medium.pool(), ringCapacity, cache, cache);
            medium.attach(profile, port);
            nics.add(port.nic());
        }
        Conversations conversations = new Conversations(scenario);
        this.streams = conversations.streams();
        streams.forEach(stream -> flows.add(flow(conversations, stream)));
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
        return streams;
    }

    /** What a tester is connected to here; {@code watch} is on the thread of the medium, if it can be watched. */
    Line line(FrameMemory memory, @Nullable Watch watch) {
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

    private Flow flow(Conversations conversations, Stream stream) {
        return new Flow(
                nics.get(stream.from()),
                stream.to().getFirst(),
                scenario,
                conversations.destinations(stream),
                conversations.sources(stream),
                stream.vid());
    }
}
