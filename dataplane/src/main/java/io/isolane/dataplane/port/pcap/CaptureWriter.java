package io.isolane.dataplane.port.pcap;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes Ethernet frames to a capture file with nanosecond timestamps.
 *
 * <p>Frames are collected in memory and reach the file when it is full, with {@link #flush} and with {@link #close}. Once
 * open, nothing throws: when the file takes no more (a full disk), the writer fails for good, keeps the reason, and
 * leaves the file cut after the last whole frame that fitted, so that analysers open it. Writing a frame allocates nothing.
 * Confined to one thread at a time.
 */
public final class CaptureWriter implements AutoCloseable {
    /** Says that a frame has no comment. */
    public static final byte[] NO_COMMENT = {};

    /** Says that a frame's tags, if any, are in its bytes. */
    public static final int NO_TAG = 0;

    private static final int MAX_COMMENT = 65_535;

    private final SeekableByteChannel file;
    private final CaptureEncoder encoder;
    private final WriteBuffer buffer;
    private final int interfaces;
    private long frames;
    private long written;
    private @Nullable IOException failure;

    /** Writes to {@code file}, which is empty, and closes it in the end. */
    CaptureWriter(
            SeekableByteChannel file, CaptureFormat format, String application, List<CaptureInterface> interfaces) {
        this.file = file;
        this.buffer = new WriteBuffer();
        this.encoder = format == CaptureFormat.PCAP
                ? new PcapEncoder(buffer, interfaces)
                : new PcapngEncoder(buffer, application, interfaces);
        this.interfaces = interfaces.size();
    }

    /**
     * Creates a pcapng file, or empties the one that is there, and writes its headers.
     *
     * @param application the program that captures, as the section header names it
     * @throws IOException if the file cannot be written
     */
    public static CaptureWriter create(Path file, String application, List<CaptureInterface> interfaces)
            throws IOException {
        return create(file, CaptureFormat.PCAPNG, application, interfaces);
    }

    /**
     * Creates a capture file, or empties the one that is there, and writes its headers.
     *
     * @param application the program that captures, as pcapng's section header names it
     * @throws IOException              if the file cannot be written
     * @throws IllegalArgumentException if there is no interface, or more than the one that classic pcap can have
     */
    public static CaptureWriter create(
            Path file, CaptureFormat format, String application, List<CaptureInterface> interfaces) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING));
        try {
            CaptureWriter writer = new CaptureWriter(channel, format, application, interfaces);
            writer.flush();
            writer.throwFailure();
            return writer;
        } catch (IOException | IllegalArgumentException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes {@code length} bytes at {@code frame}, without a tag beside them and without a comment. */
    public boolean write(int interfaceIndex, long timestampNanos, CaptureDirection direction, long frame, int length) {
        return write(interfaceIndex, timestampNanos, direction, frame, length, NO_TAG, NO_COMMENT);
    }

    /**
     * Writes one frame.
     *
     * @param interfaceIndex of the interfaces given at creation
     * @param timestampNanos nanoseconds since 1970
     * @param direction      kept by pcapng alone
     * @param frame          absolute address of the destination MAC address
     * @param length         bytes there: at least the 12 of both addresses if there is a tag, at most 262,140
     * @param tag            TPID in the upper and TCI in the lower 16 bits of the tag that travels beside the frame and is
     *                       written in its place, or {@link #NO_TAG}
     * @param comment        UTF-8 text of at most 65,535 bytes, kept by pcapng alone, or {@link #NO_COMMENT}
     * @return false if the writer has failed
     */
    public boolean write(
            int interfaceIndex,
            long timestampNanos,
            CaptureDirection direction,
            long frame,
            int length,
            int tag,
            byte[] comment) {
        return write(interfaceIndex, timestampNanos, direction, frame, length, length, tag, comment);
    }

    /**
     * Writes the beginning of a frame, as the other method writes a whole one.
     *
     * @param length         bytes there
     * @param originalLength bytes that the frame had, not less
     * @return false if the writer has failed
     */
    public boolean write(
            int interfaceIndex,
            long timestampNanos,
            CaptureDirection direction,
            long frame,
            int length,
            int originalLength,
            int tag,
            byte[] comment) {
        assert originalLength >= length;
        assert interfaceIndex >= 0 && interfaceIndex < interfaces && comment.length <= MAX_COMMENT;
        if (failure != null || !makeRoom(encoder.spaceFor(length, comment.length))) {
            return false;
        }
        encoder.encode(interfaceIndex, timestampNanos, direction, frame, length, originalLength, tag, comment);
        frames++;
        return true;
    }

    /** Hands what was collected to the file. */
    public void flush() {
        if (failure == null && !buffer.isEmpty()) {
            int length = buffer.position();
            try {
                buffer.drainTo(file);
                written += length;
            } catch (IOException e) {
                failure = e;
                keepWholeFrames(e);
            }
        }
    }

    /** Frames written or collected so far, less those that a failure lost. */
    public long frames() {
        return frames;
    }

    /** Why the writer takes no more frames; null while it does. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** Writes what was collected and closes the file; {@link #failure} says whether that went well. */
    @Override
    public void close() {
        flush();
        buffer.close();
        try {
            file.close();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }

    private boolean makeRoom(int bytes) {
        if (!buffer.hasRoomFor(bytes)) {
            flush();
        }
        return failure == null;
    }

    /** Cuts off the frame that the file took in part. */
    private void keepWholeFrames(IOException reason) {
        frames -= buffer.recordsLost();
        try {
            file.truncate(written + buffer.wholeRecordsWritten());
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private void throwFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
