package io.isolane.tools.bench.tester;

import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.RawMemory;
import io.isolane.tools.bench.machine.Hiccups;
import io.isolane.tools.bench.trial.AddressRange;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.NanoClock;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the ports give and looks which frames they are: whether each came where it belongs, once, and in order, and how long after it should
 * have started. Confined to its thread; allocates nothing after construction.
 */
final class Receiver {
    private static final int BATCH = 64;

    private final NanoClock clock;
    private final int trial;
    private final int ports;
    private final List<Stream> streams;
    private final boolean hasShortFrames;
    private final @Nullable Arrivals[] arrivals;
    private final long[] misdirected;
    private final @Nullable Arrivals[] strays;
    private final Drain[] drains;
    private final Histogram latency = Hiccups.newHistogram();
    private final long[] frames = new long[BATCH];
    private long foreign;
    private long expected;
    private long firstArrival = Long.MIN_VALUE;
    private long lastArrival = Long.MIN_VALUE;

    /**
     * A receiver.
     *
     * @param keepStrays whether to note of each frame if it came to a port it was not for
     */
    Receiver(TrialSpec spec, NanoClock clock, int trial, int ports, long start, boolean keepStrays) {
        this.clock = clock;
        this.trial = trial;
        this.ports = ports;
        this.streams = spec.streams();
        this.hasShortFrames = streams.stream()
                .map(Stream::defect)
                .anyMatch(defect -> defect == Defect.RUNT || defect == Defect.TRUNCATED_TAG);
        this.arrivals = new Arrivals[streams.size() * ports];
        this.misdirected = new long[streams.size()];
        this.strays = new Arrivals[keepStrays ? streams.size() : 0];
        this.drains = new Drain[ports];
        Rotation rotation = Sender.rotation(spec);
        for (int stream = 0; stream < streams.size(); stream++) {
            long count = rotation.turnsOf(stream, spec.count());
            for (int port : streams.get(stream).to()) {
                arrivals[stream * ports + port] = new Arrivals(count);
            }
            expected += count * streams.get(stream).to().size();
            if (keepStrays) {
                strays[stream] = new Arrivals(count);
            }
        }
        for (int port = 0; port < ports; port++) {
            drains[port] = new Drain(spec.drains().getOrDefault(port, Double.POSITIVE_INFINITY), start);
        }
    }

    /** Takes what has come to each port, a batch at most; returns how many frames of this trial there were. */
    int receive(Line line, long now) {
        int own = 0;
        for (int port = 0; port < ports; port++) {
            int count = line.port(port).receive(frames, drains[port].allowance(now, BATCH));
            if (count > 0) {
                drains[port].take(count);
                own += take(line, port, count);
                line.cache().free(frames, 0, count);
            }
        }
        return own;
    }

    /** True when every copy that should come has come, and none is missing of those that were not even sent. */
    boolean isComplete() {
        return latency.getTotalCount() == expected;
    }

    Histogram latency() {
        return latency;
    }

    /** Copies that came and are none of this trial's frames. */
    long foreign() {
        return foreign;
    }

    long misdirected(int stream) {
        return misdirected[stream];
    }

    /** What came of a stream to a port that it was for. */
    Arrivals arrivals(int stream, int port) {
        Arrivals there = arrivals[stream * ports + port];
        if (there == null) {
            throw new IllegalArgumentException("stream " + stream + " is not for port " + port);
        }
        return there;
    }

    /** Which frames of a stream came to ports that they were not for. */
    Arrivals strays(int stream) {
        Arrivals all = strays[stream];
        if (all == null) {
            throw new IllegalArgumentException("strays were not kept");
        }
        return all;
    }

    /** Nanoseconds from the first frame that came until the last one. */
    long span() {
        return lastArrival - firstArrival;
    }

    /** When the last frame of this trial came; the least there is if none has. */
    long lastArrival() {
        return lastArrival;
    }

    private int take(Line line, int port, int count) {
        long now = clock.nanoTime();
        int own = 0;
        for (int i = 0; i < count; i++) {
            long address = line.memory().frameAddress(frames[i]);
            own += take(port, address, Descriptor.length(frames[i]), now) ? 1 : 0;
        }
        if (own > 0) {
            firstArrival = firstArrival == Long.MIN_VALUE ? now : firstArrival;
            lastArrival = now;
        }
        return own;
    }

    /** Notes a frame; false if it is none of this trial's, or was cut. */
    private boolean take(int port, long address, int length, long now) {
        int at = length < TestFrame.MIN_LENGTH ? -1 : TestFrame.stampOffset(address, length);
        if (at < 0 || !Stamp.isOf(trial, address + at) || length < TestFrame.lengthTold(address, at)) {
            return takeOdd(address, length);
        }
        int stream = Stamp.stream(address + at);
        long sequence = Stamp.sequence(address + at);
        Arrivals here = arrivals[stream * ports + port];
        if (here == null) {
            stray(stream, sequence);
        } else if (here.arrive(sequence)) {
            latency.recordValue(Math.clamp(now - Stamp.intended(address + at), 0, latency.getHighestTrackableValue()));
        }
        return true;
    }

    private void stray(int stream, long sequence) {
        misdirected[stream]++;
        if (strays.length > 0) {
            strays(stream).arrive(sequence);
        }
    }

    /** Frames too short for a stamp are known by their addresses. */
    private boolean takeOdd(long address, int length) {
        if (hasShortFrames && length >= TestFrame.RUNT_LENGTH) {
            long destination = RawMemory.getLongBigEndian(address) >>> 16;
            long source = RawMemory.getLongBigEndian(address + 4) & 0xffff_ffff_ffffL;
            for (int stream = 0; stream < misdirected.length; stream++) {
                if (isShortOf(streams.get(stream), destination, source)) {
                    misdirected[stream]++;
                    return true;
                }
            }
        }
        foreign++;
        return false;
    }

    private static boolean isShortOf(Stream stream, long destination, long source) {
        Defect defect = stream.defect();
        return (defect == Defect.RUNT || defect == Defect.TRUNCATED_TAG)
                && contains(stream.destinations(), destination)
                && contains(stream.sources(), source);
    }

    private static boolean contains(AddressRange range, long address) {
        return address >= range.first() && address - range.first() < range.count();
    }
}
