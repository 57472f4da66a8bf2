package io.isolane.dataplane.port.pcap;

import io.isolane.core.counter.DropReason;
import io.isolane.core.counter.PortCounters;
import io.isolane.core.memory.Descriptor;
import io.isolane.core.memory.SlotClass;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * The frames of a file on their way into the switch. A frame that finds the pool dry waits for the next batch. Confined to its
 * port's worker.
 */
final class Replay implements AutoCloseable {
    private static final long NOT_STARTED = Long.MIN_VALUE;

    private final ReplayConfig config;
    private final CaptureReader reader;
    private final LongSupplier epochNanos;
    private long lag = NOT_STARTED;
    private boolean waiting;
    private boolean ended;

    Replay(ReplayConfig config, LongSupplier epochNanos) throws IOException {
        this.config = config;
        this.reader = CaptureReader.open(RegularFile.of(config.file()));
        this.epochNanos = epochNanos;
    }

    int receive(long[] frames, int max, PortContext context) {
        int taken = 0;
        while (taken < max && stepToFrame(context.counters()) && isDue()) {
            long frame = context.cache().allocate(reader.capturedLength());
            if (frame == Descriptor.NONE) {
                break;
            }
            reader.copyTo(context.memory().frameAddress(frame));
            frames[taken++] = frame;
            waiting = false;
        }
        return taken;
    }

    /** True if a frame may be there now. */
    boolean isReady() {
        return waiting ? isDue() : !ended;
    }

    boolean hasEnded() {
        return ended;
    }

    /** How the replay ended. */
    PortStatus outcome() {
        IOException failure = reader.failure();
        return failure == null
                ? PortStatus.finished(config.file() + " was replayed to its end")
                : PortStatus.failed("replay stopped: " + failure.getMessage());
    }

    @Override
    public void close() throws IOException {
        waiting = false;
        ended = true;
        reader.close();
    }

    /** Stands at a frame that can be delivered; false at the end, and once where a loop closes. */
    private boolean stepToFrame(PortCounters counters) {
        while (!waiting && !ended) {
            if (!reader.next()) {
                lag = NOT_STARTED;
                ended = !config.looped() || reader.failure() != null || !reader.rewind();
                return false;
            }
            waiting = isWhole(counters);
        }
        return waiting;
    }

    private boolean isWhole(PortCounters counters) {
        if (reader.capturedLength() != reader.originalLength()) {
            counters.dropped(DropReason.CUT_IN_CAPTURE, 1);
            return false;
        }
        if (reader.capturedLength() > SlotClass.LARGE.capacity()) {
            counters.dropped(DropReason.OVER_LONG, 1);
            return false;
        }
        return true;
    }

    /** The first frame is due at once; it sets how far the replay lags behind the capture. */
    private boolean isDue() {
        if (!config.paced()) {
            return true;
        }
        long now = epochNanos.getAsLong();
        if (lag == NOT_STARTED) {
            lag = now - reader.timestampNanos();
        }
        return now - reader.timestampNanos() >= lag;
    }
}
