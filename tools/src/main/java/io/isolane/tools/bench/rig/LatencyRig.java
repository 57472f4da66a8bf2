package io.isolane.tools.bench.rig;

import io.isolane.core.policy.IsolationMode;
import io.isolane.dataplane.MemoryConfig;
import io.isolane.dataplane.WorkerConfig;
import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.tester.Line;
import io.isolane.tools.bench.tester.Tester;
import io.isolane.tools.bench.tester.TesterConfig;
import io.isolane.tools.bench.tester.TesterConfig.FullPort;
import io.isolane.tools.bench.trial.FrameMix;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialResult;
import io.isolane.tools.bench.trial.TrialSpec;
import java.time.Duration;
import java.util.List;
import org.agrona.concurrent.SystemNanoClock;

/**
 * A switch with a spinning thread of its own, and one thread that sends frames at a steady rate and takes them again: how long each takes
 * from the moment it should have been sent. Confined to that thread.
 */
public final class LatencyRig implements AutoCloseable {
    /** No ring can overflow: there are no more frames than places in one. */
    private static final int RING = 4096;

    private static final WorkerConfig SPINNING = new WorkerConfig(1, WorkerConfig.Idle.SPIN);

    /** No frame is lost for want of room: what has to wait is charged with the wait. */
    private static final TesterConfig CONFIG =
            TesterConfig.RFC_2544.withQuiet(Duration.ofSeconds(1)).withFullPort(FullPort.WAIT);

    private static final double AS_FAST_AS_POSSIBLE = 1e9;

    private final Medium medium;
    private final Ends ends;
    private final Flow[] flows;
    private final VirtualNic[] sinks;
    private final List<Stream> streams;
    private final FrameMix frames;
    private final Line line;
    private final Tester tester;
    private final long[] received = new long[Flow.BURST];
    private long crossings;

    /** A rig around a switch that has learnt all stations. */
    public LatencyRig(Scenario scenario) {
        this(scenario, () -> {});
    }

    /**
     * As the other.
     *
     * @param started what the calling thread does when the switch's has started, such as to leave the processor on which that began
     */
    public LatencyRig(Scenario scenario, Runnable started) {
        this(scenario, new SwitchMedium(scenario, memory(scenario), SPINNING), started);
    }

    /**
     * A rig around any medium that has learnt all stations; the medium is closed with it.
     *
     * @param medium with a thread of its own, which lacks only the ports
     * @param started what the calling thread does when it has them
     */
    public LatencyRig(Scenario scenario, Medium medium, Runnable started) {
        this.medium = medium;
        this.ends = new Ends(scenario, medium, RING);
        this.flows = ends.flows();
        this.sinks = ends.nics();
        this.streams = ends.streams();
        this.frames = scenario.frames().mix();
        this.line = ends.line(medium.pool().memory(), medium.watch());
        this.tester = new Tester(CONFIG, SystemNanoClock.INSTANCE, line);
        started.run();
        learn(2L * Addresses.mostConversations(scenario) * flows.length);
    }

    /** The baseline: the same frames, rings and threads, and no switch. */
    public static LatencyRig withoutSwitch(Scenario scenario) {
        return withoutSwitch(scenario, () -> {});
    }

    /** As the other, with {@code started} as the constructor has it. */
    public static LatencyRig withoutSwitch(Scenario scenario, Runnable started) {
        return new LatencyRig(
                scenario.withMode(IsolationMode.DEDICATED_UPLINK), new Wire(memory(scenario), true), started);
    }

    /** The slots that a rig of this kind has. */
    public static MemoryConfig memory(Scenario scenario) {
        return scenario.memory(RING);
    }

    /**
     * Sends frames and waits for them. When it takes half as long again as it should, and a second, the rest is not sent.
     *
     * @param count of frames
     * @param rate frames a second
     */
    public LatencyResult measure(int count, long rate) {
        return LatencyResult.of(run(tester, new TrialSpec(streams, frames, rate, count)));
    }

    /** Sends one frame and waits until it has come to the port it is for; allocates nothing. */
    public void cross() {
        Flow flow = flows[(int) (crossings % flows.length)];
        long mark = crossings++;
        while (!flow.send(mark)) {
            Thread.onSpinWait();
        }
        while (!take(flow.addressee(), mark)) {
            Thread.onSpinWait();
        }
    }

    /** Frames that the medium dropped since it began. */
    public long dropped() {
        return medium.dropped();
    }

    @Override
    public void close() {
        medium.close();
        ends.close();
    }

    private boolean take(int port, long mark) {
        boolean isHere = false;
        for (int i = 0; i < sinks.length; i++) {
            int count = sinks[i].receive(received, received.length);
            for (int frame = 0; frame < count; frame++) {
                isHere |= i == port && Flow.mark(sinks[i].address(received[frame])) == mark;
            }
            sinks[i].free(received, count);
        }
        return isHere;
    }

    /** Every station speaks twice. */
    private void learn(long count) {
        Tester teacher = new Tester(CONFIG.withFullPort(FullPort.KEEP_WAITING), SystemNanoClock.INSTANCE, line);
        run(teacher, new TrialSpec(streams, frames, AS_FAST_AS_POSSIBLE, count));
    }

    private static TrialResult run(Tester by, TrialSpec spec) {
        try {
            return by.run(spec);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while latency was measured", interrupted);
        }
    }
}
