package io.isolane.dataplane.port.pcap;

import io.isolane.core.memory.Descriptor;
import io.isolane.dataplane.port.PortContext;
import io.isolane.dataplane.port.PortStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/** The frames of a port on their way into a file, which sees them within about a second. Confined to its port's worker. */
final class Capture implements AutoCloseable {
    private static final int PORT = 0;
    private static final long FLUSH_NANOS = 1_000_000_000L;

    private final CaptureConfig config;
    private final CaptureWriter writer;
    private final LongSupplier epochNanos;
    private boolean unflushed;
    private long flushedAt;

    Capture(CaptureConfig config, CaptureWriter writer, LongSupplier epochNanos) {
        this.config = config;
        this.writer = writer;
        this.epochNanos = epochNanos;
        this.flushedAt = epochNanos.getAsLong();
    }

    /** Creates the file, with one interface that is named like the port. */
    static Capture create(String port, CaptureConfig config, LongSupplier epochNanos) throws IOException {
        CaptureInterface described = new CaptureInterface(port, "frames that the switch sent to port " + port);
        Path file = RegularFile.of(config.file());
        CaptureWriter writer = CaptureWriter.create(file, config.format(), "isolane", List.of(described));
        return new Capture(config, writer, epochNanos);
    }

    /** Writes and frees the first of {@code frames} that the file takes, and answers how many those are. */
    int transmit(long[] frames, int count, PortContext context) {
        long now = epochNanos.getAsLong();
        int taken = 0;
        while (taken < count && write(frames[taken], now, context)) {
            context.cache().free(frames[taken++]);
        }
        unflushed = true;
        flushWhenDue();
        return taken;
    }

    /** Called with every batch, empty ones too. */
    void flushWhenDue() {
        if (unflushed && epochNanos.getAsLong() - flushedAt >= FLUSH_NANOS) {
            writer.flush();
            flushedAt = epochNanos.getAsLong();
            unflushed = false;
        }
    }

    boolean hasFailed() {
        return writer.failure() != null;
    }

    /** Why nothing more is written. */
    PortStatus outcome() {
        IOException failure = writer.failure();
        return failure == null
                ? PortStatus.UP
                : PortStatus.failed("capture to " + config.file() + " stopped after " + writer.frames() + " frames: "
                        + failure.getMessage());
    }

    @Override
    public void close() {
        writer.close();
    }

    private boolean write(long frame, long now, PortContext context) {
        int tag = Descriptor.isTagged(frame)
                ? config.tagType() << Short.SIZE | Descriptor.tci(frame)
                : CaptureWriter.NO_TAG;
        return writer.write(
                PORT,
                now,
                CaptureDirection.OUTBOUND,
                context.memory().frameAddress(frame),
                Descriptor.length(frame),
                tag,
                CaptureWriter.NO_COMMENT);
    }
}
