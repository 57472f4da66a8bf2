package io.isolane.dataplane.port.pcap;

import io.isolane.dataplane.port.Port;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.jspecify.annotations.Nullable;

/**
 * A port whose wire is capture files: one is replayed into the switch, one takes what the switch sends. Without the latter
 * whatever is sent is freed, as by a host that never answers.
 *
 * <p>A file that was replayed to its end leaves the port {@link PortStatus.State#FINISHED}; one that is damaged or cut, and a
 * disk that is full, leave it failed, after every whole frame. Super-frames are captured as they are, with their checksums
 * unfinished, as a capture on a host with offloads shows them. Reading and writing files may hold up the worker for as long as
 * the disk takes.
 */
public final class PcapPort implements Port {
    private final String name;
    private final @Nullable Replay replay;
    private final @Nullable Capture capture;
    private volatile PortStatus status = PortStatus.UP;

    @SuppressWarnings("NullAway.Init") // set by open, before the first batch
    private PortContext context;

    PcapPort(String name, @Nullable Replay replay, @Nullable Capture capture) {
        this.name = name;
        this.replay = replay;
        this.capture = capture;
    }

    /** As {@link #create(String, ReplayConfig, CaptureConfig, LongSupplier)}, with the system's clock. */
    public static PcapPort create(String name, @Nullable ReplayConfig replayed, @Nullable CaptureConfig captured)
            throws IOException {
        OffsetEpochNanoClock clock = new OffsetEpochNanoClock();
        return create(name, replayed, captured, clock::nanoTime);
    }

    /**
     * Opens the files.
     *
     * @param epochNanos nanoseconds since 1970: the time of captured frames, and the pace of replayed ones
     * @throws CaptureFormatException if the file to replay is no capture of Ethernet frames
     * @throws IOException if a file cannot be opened
     */
    public static PcapPort create(
            String name, @Nullable ReplayConfig replayed, @Nullable CaptureConfig captured, LongSupplier epochNanos)
            throws IOException {
        Replay replay = replayed == null ? null : new Replay(replayed, epochNanos);
        try {
            return new PcapPort(name, replay, captured == null ? null : Capture.create(name, captured, epochNanos));
        } catch (IOException e) {
            if (replay != null) {
                replay.close();
            }
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void open(PortContext context) {
        this.context = context;
    }

    @Override
    public int receive(long[] frames, int max) {
        if (capture != null) {
            capture.flushWhenDue();
            noteFailure(capture);
        }
        if (replay == null || replay.hasEnded()) {
            return 0;
        }
        int taken = replay.receive(frames, max, context);
        if (replay.hasEnded() && !status.isFailed()) {
            status = replay.outcome();
        }
        return taken;
    }

    @Override
    public int transmit(long[] frames, int count) {
        if (capture == null) {
            context.cache().free(frames, 0, count);
            return count;
        }
        int taken = capture.transmit(frames, count, context);
        noteFailure(capture);
        return taken;
    }

    @Override
    public PortStatus status() {
        return status;
    }

    /** True once the replay is at its end, whether that of the file or of what could be read of it. Any thread. */
    public boolean isFinished() {
        PortStatus.State state = status.state();
        return state == PortStatus.State.FINISHED || state == PortStatus.State.FAILED;
    }

    @Override
    public boolean takesOffload() {
        return true;
    }

    @Override
    public boolean isReady() {
        return replay != null && replay.isReady();
    }

    @Override
    public void close() {
        if (capture != null) {
            capture.close();
            noteFailure(capture);
        }
        if (replay != null) {
            closeReplay(replay);
        }
    }

    private void closeReplay(Replay opened) {
        try {
            opened.close();
        } catch (IOException e) {
            status = PortStatus.failed("replay could not be closed: " + e.getMessage());
        }
    }

    private void noteFailure(Capture writing) {
        if (writing.hasFailed() && !status.isFailed()) {
            status = writing.outcome();
        }
    }
}
