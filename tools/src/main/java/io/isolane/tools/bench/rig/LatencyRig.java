package io.isolane.tools.bench.rig;

import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;

/**
 * A switch with a spinning thread of its own, and one thread that sends frames at a steady rate and takes them again: how long each takes
 * from the moment it should have been sent. Confined to that thread.
 */
public final class LatencyRig implements AutoCloseable {
    /** No ring can overflow: there are no more frames than places in one. */
    private static final int RING = 4096;

    private static final WorkerConfig SPINNING = new WorkerConfig(1, WorkerConfig.Idle.SPIN);
    private static final long AS_FAST_AS_POSSIBLE = 1_000_000_000;

    private final Medium medium;
    private final Ends ends;
    private final Flow[] flows;
    private final VirtualNic[] sinks;
    private final long[] received = new long[Flow.BURST];
    private long nextSequence;

    /** A rig around a switch that has learnt all stations. */
    public LatencyRig(Scenario scenario) {
        this(scenario, new SwitchMedium(scenario, scenario.memory(RING), SPINNING));
    }

    private LatencyRig(Scenario scenario, Medium medium) {
        this.medium = medium;
        this.ends = new Ends(scenario, medium, RING);
        this.flows = ends.flows();
        this.sinks = ends.nics();
        measure(2 * Addresses.mostConversations(scenario) * flows.length, AS_FAST_AS_POSSIBLE);
    }

    /** The baseline: the same frames, rings and threads, and no switch. */
    public static LatencyRig withoutSwitch(Scenario scenario) {
        return new LatencyRig(scenario.withMode(IsolationMode.DEDICATED_UPLINK), new Wire(scenario.memory(RING), true));
    }

    /**
     * Sends {@code frames} frames and waits for them.
     *
     * @param rate frames a second
     */
    public LatencyResult measure(int frames, long rate) {
        LatencyRun run = new LatencyRun(ends, nextSequence, frames, rate);
        nextSequence += frames;
        return run.result();
    }

    /** Sends one frame and waits until it has come to the port it is for; allocates nothing. */
    public void cross() {
        Flow flow = flows[(int) (nextSequence % flows.length)];
        long sequence = nextSequence++;
        while (!flow.send(0, sequence, 0)) {
            Thread.onSpinWait();
        }
        while (!take(flow.addressee(), sequence)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        medium.close();
        ends.close();
    }

    private boolean take(int port, long sequence) {
        boolean isHere = false;
        for (int i = 0; i < sinks.length; i++) {
            int count = sinks[i].receive(received, received.length);
            for (int frame = 0; frame < count; frame++) {
                isHere |= i == port && Stamp.sequence(sinks[i].address(received[frame])) == sequence;
            }
            sinks[i].free(received, count);
        }
        return isHere;
    }
}
