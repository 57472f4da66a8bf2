package io.isolane.tools.bench.rig;

import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.RingPort;
import io.isolane.dataplane.port.ring.VirtualNic;

/**
 * Generator, switch and sink in one thread: the throughput of one core, everything included. One {@link #step} sends a burst on a
 * port, lets the switch forward it and takes what comes out; ports and directions take turns. Confined to its thread.
 */
public final class ForwardingRig implements AutoCloseable {
    /** Frames that one step sends. */
    public static final int BURST = Flow.BURST;

    private static final int SLOTS = 4096;

    private final Medium medium;
    private final Ends ends;
    private final Flow[] flows;
    private final VirtualNic[] sinks;
    private final long[] received = new long[RingPort.DEFAULT_CAPACITY];
    private int turn;

    /** A rig around a switch that has learnt all stations. */
    public ForwardingRig(Scenario scenario) {
        this(scenario, new SwitchMedium(scenario, memory(scenario), WorkerConfig.INVOKED));
    }

    private ForwardingRig(Scenario scenario, Medium medium) {
        this.medium = medium;
        this.ends = new Ends(scenario, medium, RingPort.DEFAULT_CAPACITY);
        this.flows = ends.flows();
        this.sinks = ends.nics();
        for (int left = stepsToLearn(scenario); left > 0; left--) {
            step();
        }
    }

    /** The baseline: the same frames, rings and ports, and no switch, each port's frames handed to the one beside it. */
    public static ForwardingRig withoutSwitch(Scenario scenario) {
        return new ForwardingRig(scenario.withMode(IsolationMode.DEDICATED_UPLINK), new Wire(memory(scenario), false));
    }

    /** The slots that a rig of this kind has. */
    public static MemoryConfig memory(Scenario scenario) {
        return scenario.memory(SLOTS);
    }

    /** Steps after which every station has sent. */
    public static int stepsToLearn(Scenario scenario) {
        int bursts = Addresses.mostConversations(scenario) / BURST + 1;
        return 2 * bursts * new Conversations(scenario).streams().size();
    }

    /** Sends and forwards one burst; returns the frames that entered the switch. */
    public int step() {
        int sent = flows[turn].send();
        turn = turn + 1 == flows.length ? 0 : turn + 1;
        medium.poll();
        for (VirtualNic sink : sinks) {
            int count = sink.receive(received, received.length);
            if (count > 0) {
                sink.free(received, count);
            }
        }
        return sent;
    }

    /** Frames that left the switch since it started, each copy counted. */
    public long delivered() {
        return medium.delivered();
    }

    /** Frames that the switch dropped since it started. */
    public long dropped() {
        return medium.dropped();
    }

    @Override
    public void close() {
        medium.close();
        ends.close();
    }
}
