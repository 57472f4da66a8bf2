package io.isolane.tools.bench;

import io.isolane.core.memory.FrameCache;
import io.isolane.core.memory.FrameMemory;
import io.isolane.core.policy.PortProfile;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.SwitchConfig;
import io.isolane.dataplane.TableConfig;
import io.isolane.dataplane.VirtualSwitch;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;
import java.util.ArrayList;
import java.util.List;

/**
 * Generator, switch and sink in one thread: the throughput of one core, everything included. One {@link #step} sends a burst on a
 * port, lets the switch forward it and takes what comes out; ports and directions take turns.
 */
public final class ForwardingRig implements AutoCloseable {
    private static final int SLOTS = 4096;
    private static final int LARGE_SLOTS = 512;

    private final VirtualSwitch fabric;
    private final FrameCache cache;
    private final List<VirtualNic> nics = new ArrayList<>();
    private final Flow[] flows;
    private final VirtualNic[] sinks;
    private final long[] received = new long[RingPort.DEFAULT_CAPACITY];
    private int turn;

    /** A rig whose stations have all been learnt. */
    public ForwardingRig(Scenario scenario) {
        Wiring wiring = new Wiring(scenario);
        fabric = VirtualSwitch.start(SwitchConfig.of()
                .withNetworks(wiring.networks())
                .withMemory(new MemoryConfig(SLOTS, LARGE_SLOTS))
                .withTable(TableConfig.DEFAULT.withCapacity(Math.max(65_536, scenario.addresses())))
                .withWorkers(WorkerConfig.INVOKED));
        cache = fabric.pool().newCache();
        for (PortProfile profile : wiring.ports()) {
            RingPort port = new RingPort(profile.name(), fabric.pool(), RingPort.DEFAULT_CAPACITY, cache, cache);
            fabric.attach(profile, port);
            nics.add(port.nic());
        }
        flows = new Flow[2 * (scenario.ports() - 1)];
        for (int port = 1; port < scenario.ports(); port++) {
            flows[2 * port - 2] = flow(scenario, wiring, port, false);
            flows[2 * port - 1] = flow(scenario, wiring, port, true);
        }
        sinks = nics.toArray(VirtualNic[]::new);
        learn(scenario);
    }

    /** Sends and forwards one burst; returns the frames that entered the switch. */
    public int step() {
        int sent = flows[turn].send();
        turn = turn + 1 == flows.length ? 0 : turn + 1;
        fabric.poll();
        for (VirtualNic sink : sinks) {
            int count = sink.receive(received, received.length);
            if (count > 0) {
                sink.free(received, count);
            }
        }
        return sent;
    }

    /** Frames that left the switch since it started. */
    public long delivered() {
        return fabric.ports().stream()
                .mapToLong(port -> fabric.counters(port).txFrames())
                .sum();
    }

    /** Frames that the switch dropped since it started. */
    public long dropped() {
        return fabric.ports().stream()
                .mapToLong(port -> fabric.counters(port).totalDrops())
                .sum();
    }

    /** Where frames are. */
    public FrameMemory memory() {
        return fabric.pool().memory();
    }

    @Override
    public void close() {
        fabric.close();
        cache.close();
    }

    private Flow flow(Scenario scenario, Wiring wiring, int port, boolean fromUplink) {
        int count = Addresses.conversations(scenario);
        long[] guests = Addresses.of(scenario, port);
        long[] servers = new long[count];
        java.util.Arrays.setAll(servers, i -> Addresses.beyondUplink(scenario, port, i));
        int at = fromUplink ? 0 : port;
        long[] destinations = switch (scenario.traffic()) {
            case KNOWN_UNICAST -> fromUplink ? guests : servers;
            case UNKNOWN_UNICAST ->
                java.util.Arrays.stream(servers).map(mac -> mac ^ 1L << 32).toArray();
            case BROADCAST -> Flow.broadcast(count);
        };
        return new Flow(
                nics.get(at),
                scenario.frameLength(),
                destinations,
                fromUplink ? servers : guests,
                wiring.sentVid(at, port));
    }

    private void learn(Scenario scenario) {
        int bursts = Addresses.conversations(scenario) / Flow.BURST + 1;
        for (int i = 0; i < 2 * bursts * flows.length; i++) {
            step();
        }
    }
}
