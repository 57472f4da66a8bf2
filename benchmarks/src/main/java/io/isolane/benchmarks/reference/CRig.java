package io.isolane.benchmarks.reference;

import io.isolane.tools.bench.rig.Conversations;
import io.isolane.tools.bench.rig.ForwardingRig;
import io.isolane.tools.bench.rig.FrameLengths;
import io.isolane.tools.bench.rig.Scenario;
import io.isolane.tools.bench.rig.Wiring;
import java.io.IOException;
import java.util.stream.IntStream;

/** The C reference with the ports, flows and sizes that Isolane has in the same scenario. Its generator and sink are written in C too. */
final class CRig implements Rig {
    private final CReference reference;
    private final int ports;

    /**
     * A rig around a switch that has learnt all stations.
     *
     * @throws IOException if it cannot be built
     * @throws IllegalArgumentException if it does not know the scenario's kind of ports
     */
    CRig(Build build, Scenario scenario) throws IOException {
        reference = new CReference(build, ForwardingRig.memory(scenario), scenario.table());
        ports = scenario.ports();
        try {
            new Wiring(scenario).ports().forEach(reference::attach);
            addFlows(scenario);
        } catch (RuntimeException refused) {
            reference.close();
            throw refused;
        }
        reference.run(ForwardingRig.stepsToLearn(scenario));
    }

    @Override
    public long run(int steps) {
        return reference.run(steps);
    }

    @Override
    public long dropped() {
        return IntStream.range(0, ports).mapToLong(reference::drops).sum();
    }

    /** Frames that left since it started, each copy counted. */
    long delivered() {
        return IntStream.range(0, ports)
                .mapToLong(port -> reference.counters(port).get("tx-frames"))
                .sum();
    }

    @Override
    public void close() {
        reference.close();
    }

    private void addFlows(Scenario scenario) {
        Conversations conversations = new Conversations(scenario);
        FrameLengths frames = scenario.frames();
        long[] lengths =
                IntStream.range(0, frames.count()).mapToLong(frames::at).toArray();
        conversations
                .streams()
                .forEach(stream -> reference.flow(
                        stream.from(),
                        stream.vid(),
                        conversations.destinations(stream),
                        conversations.sources(stream),
                        lengths,
                        scenario.copied()));
    }
}
