package io.isolane.tools.bench.rig;

import io.isolane.dataplane.port.ring.VirtualNic;
import io.isolane.tools.bench.machine.Hiccups;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One measurement of a {@link LatencyRig}: an open loop, so that a frame which must wait because the switch, or this very thread, was
 * held up is charged with the wait. It ends when every frame is back, and sends no more when it has taken half as long again as it
 * should, and a second.
 */
final class LatencyRun {
    /** Frames sent, and taken at each port, between two looks at the clock. */
    private static final int BURST = 64;

    /** How long nothing may move before what is on its way counts as lost. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final VirtualNic[] sinks;
    private final Flow[] flows;
    private final long firstSequence;
    private final int frames;
    private final long rate;
    private final long start = System.nanoTime();
    private final Arrivals arrivals;
    private final Hiccups hiccups = new Hiccups(start);
    private final Histogram latency = Hiccups.newHistogram();
    private final long[] received = new long[BURST];
    private int sent;
    private long overheard;
    private long lastSent = start;

    LatencyRun(Ends ends, long firstSequence, int frames, long rate) {
        this.sinks = ends.nics();
        this.flows = ends.flows();
        this.firstSequence = firstSequence;
        this.frames = frames;
        this.rate = rate;
        this.arrivals = new Arrivals(firstSequence, frames, flows.length);
    }

    LatencyResult result() {
        long lastProgress = start;
        long end = intended(frames) + (intended(frames) - start) / 2 + PATIENCE_NANOS;
        long now = start;
        while (!isDone(now - end > 0) && now - lastProgress < PATIENCE_NANOS) {
            now = System.nanoTime();
            hiccups.observe(now);
            int moved = (now - end > 0 ? 0 : send(now)) + receive();
            lastProgress = moved > 0 ? now : lastProgress;
        }
        return new LatencyResult(latency, hiccups.lateness(), frames, sent, lastSent - start, faults());
    }

    private boolean isDone(boolean isLate) {
        return (sent == frames || isLate) && arrivals.arrived() == sent;
    }

    private DeliveryFaults faults() {
        return new DeliveryFaults(sent - arrivals.arrived(), arrivals.duplicates(), arrivals.reordered(), overheard);
    }

    private int send(long now) {
        int before = sent;
        while (sent < frames && sent - before < BURST && intended(sent) - now <= 0) {
            int flow = sent % flows.length;
            if (!flows[flow].send(flow, firstSequence + sent, intended(sent))) {
                break;
            }
            sent++;
            lastSent = now;
        }
        return sent - before;
    }

    private int receive() {
        int total = 0;
        for (int port = 0; port < sinks.length; port++) {
            int count = sinks[port].receive(received, BURST);
            if (count > 0) {
                take(port, count, System.nanoTime());
                sinks[port].free(received, count);
                total += count;
            }
        }
        return total;
    }

    private void take(int port, int count, long now) {
        for (int i = 0; i < count; i++) {
            long address = sinks[port].address(received[i]);
            int flow = Stamp.flow(address);
            if (flows[flow].addressee() != port) {
                overheard += Stamp.sequence(address) >= firstSequence ? 1 : 0;
            } else if (arrivals.arrive(flow, Stamp.sequence(address))) {
                latency.recordValue(Math.max(0, now - Stamp.intended(address)));
            }
        }
    }

    private long intended(int frame) {
        return start + frame * NANOS_PER_SECOND / rate;
    }
}
