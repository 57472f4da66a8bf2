package io.isolane.tools.bench.tester;

import io.isolane.core.memory.Descriptor;
import io.isolane.tools.bench.trial.Defect;
import io.isolane.tools.bench.trial.Stream;
import io.isolane.tools.bench.trial.TrialSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends the frames of a trial when they are due. After it was late it sends what has become due in bursts of {@link #BURST}, and the receiver has
 * its turn between two of them. Confined to its thread; allocates nothing after construction.
 */
final class Sender {
    /** The most frames that are sent in one turn. */
    static final int BURST = 64;

    /** How long a trial without a limit goes on while no frame is taken. */
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final boolean waits;
    private final boolean isUnlimited;
    private final boolean isBackToBack;
    private final long count;
    private final StreamSource[] sources;
    private final Rotation rotation;
    private final PortBatch[] batches;
    private final long[] sent;
    private final Pace pace;
    private final long start;
    private final long limit;
    private long next;
    private int turn;
    private int waiting;
    private int taken;
    private long lastSent;

    /** A sender that begins at {@code start}. */
    Sender(TrialSpec spec, TesterConfig config, int trial, int ports, int mtu, long start) {
        List<Stream> streams = spec.streams();
        this.waits = config.fullPort() != TesterConfig.FullPort.LOSE;
        this.isBackToBack = Double.isInfinite(spec.rate());
        this.count = spec.count();
        this.rotation = rotation(spec);
        this.sent = new long[streams.size()];
        this.sources = new StreamSource[streams.size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = new StreamSource(i, trial, streams.get(i), spec.frames(), mtu);
        }
        this.batches = new PortBatch[ports];
        for (int port = 0; port < ports; port++) {
            batches[port] = new PortBatch(port, BURST, sent);
        }
        this.pace = new Pace(spec, start);
        this.lastSent = start;
        this.isUnlimited = isBackToBack || config.fullPort() == TesterConfig.FullPort.KEEP_WAITING;
        this.limit = isUnlimited ? STUCK_NANOS : (long) config.fullPort().limitNanos(spec.seconds(count) * 1e9);
        this.start = start;
    }

    /** Whose turn it is in a trial of {@code spec}. */
    static Rotation rotation(TrialSpec spec) {
        return Rotation.of(spec.streams().stream().mapToDouble(Stream::share).toArray());
    }

    /** Sends what is due, up to a burst; returns how many frames the ports took. */
    int send(Line line, long now) {
        taken = 0;
        if (waiting > 0) {
            flush(line);
        }
        int made = 0;
        while (waiting == 0 && made < BURST && next < count && isDue(now)) {
            if (!make(line, isBackToBack ? now : pace.intended(next))) {
                break;
            }
            made++;
        }
        if (made > 0) {
            flush(line);
        }
        lastSent = taken > 0 ? now : lastSent;
        return taken;
    }

    /** True when every frame has had its turn, or the time for it is over. */
    boolean isDone(long now) {
        return (next == count && waiting == 0) || isTooLate(now);
    }

    /** Gives up what still waits. */
    void finish(Line line) {
        for (PortBatch batch : batches) {
            batch.drop(line.cache());
        }
        waiting = 0;
    }

    /** When the last frame was sent. */
    long lastSent() {
        return lastSent;
    }

    /** Frames whose turn has not come. */
    long unsent() {
        return count - next;
    }

    /** Frames of a stream that ports took. */
    long sent(int stream) {
        return sent[stream];
    }

    private boolean isTooLate(long now) {
        if (!isUnlimited) {
            return now - start > limit;
        }
        long due = pace.intended(Math.min(next, count - 1));
        return now - lastSent > limit && now - due > limit;
    }

    private boolean isDue(long now) {
        return isBackToBack || pace.intended(next) - now <= 0;
    }

    /** Makes the next frame; false if it has to wait for a slot. */
    private boolean make(Line line, long intended) {
        int stream = rotation.at(turn);
        StreamSource source = sources[stream];
        long frame = source.make(line.memory(), line.cache(), intended);
        if (frame == Descriptor.NONE) {
            if (waits) {
                return false;
            }
            source.skip();
        } else {
            add(line, source.stream(), stream, frame);
        }
        turn = turn + 1 == rotation.length() ? 0 : turn + 1;
        next++;
        return true;
    }

    /** A defective frame goes alone, so that it is known which one a port refused. */
    private void add(Line line, Stream stream, int index, long frame) {
        PortBatch batch = batches[stream.from()];
        boolean isAlone = stream.defect() != Defect.NONE;
        if (isAlone && !batch.isEmpty()) {
            flush(line, batch);
        }
        batch.add(frame, index);
        if (isAlone) {
            flush(line, batch);
        }
    }

    private void flush(Line line) {
        waiting = 0;
        for (PortBatch batch : batches) {
            if (!batch.isEmpty()) {
                flush(line, batch);
                waiting += batch.isEmpty() ? 0 : 1;
            }
        }
    }

    private void flush(Line line, PortBatch batch) {
        taken += batch.flush(line);
        if (!waits && !batch.isEmpty()) {
            batch.drop(line.cache());
        }
    }
}
