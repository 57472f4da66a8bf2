package io.isolane.dataplane.port.pcap;

import io.isolane.core.memory.RawMemory;
import io.isolane.dataplane.port.pcap.CaptureFormatException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the Ethernet frames of a capture file one after the other: classic pcap (micro- and nanoseconds) and pcapng, in
 * both byte orders, from a file or a pipe.
 *
 * <p>What is wrong before the first frame is thrown by {@link #open}. After that nothing throws: {@link #next} answers
 * false, and {@link #failure} tells a damaged or cut file from one that was read to its end. Going from frame to frame
 * allocates nothing. Confined to one thread at a time.
 */
public final class CaptureReader implements AutoCloseable {

    private final CaptureWindow window;
    private final CaptureRecord record = new CaptureRecord();
    private CaptureSyntax syntax;
    private boolean ahead;
    private boolean present;
    private @Nullable IOException failure;

    private CaptureReader(CaptureWindow window) throws IOException {
        this.window = window;
        this.syntax = start();
    }

    /**
     * Opens a capture file and checks everything up to its first frame.
     *
     * @param file the file or named pipe
     * @return a reader before the first frame
     * @throws CaptureFormatException when the file is no capture of Ethernet frames
     * @throws IOException            when it cannot be read
     */
    public static CaptureReader open(Path file) throws IOException {
        CaptureWindow window = new CaptureWindow(file);
        try {
            return new CaptureReader(window);
        } catch (IOException e) {
            window.close();
            throw e;
        }
    }

    /**
     * Goes to the next frame.
     *
     * @return false when there is none: at the end, or where the file is damaged or cut
     */
    public boolean next() {
        if (ahead) {
            ahead = false;
            return present;
        }
        if (!present) {
            return false;
        }
        try {
            present = syntax.next(record);
        } catch (IOException e) {
            present = false;
            failure = e;
        }
        return present;
    }

    /**
     * Says why the reader stopped before the end of the file.
     *
     * @return a {@link CaptureFormatException} or what reading the file threw; null while all is well
     */
    public @Nullable IOException failure() {
        return failure;
    }

    /**
     * Goes back to before the first frame. Not possible on a pipe: then {@link #failure} says so.
     *
     * @return whether the reader is there
     */
    public boolean rewind() {
        try {
            window.rewind();
            syntax = start();
            return true;
        } catch (IOException e) {
            present = false;
            ahead = false;
            failure = e;
            return false;
        }
    }

    /**
     * When the frame was seen.
     *
     * @return nanoseconds since 1970
     */
    public long timestampNanos() {
        return record.timestampNanos;
    }

    /**
     * How much of the frame is in the file.
     *
     * @return bytes, at most 262,144
     */
    public int capturedLength() {
        return record.capturedLength;
    }

    /**
     * How long the frame was when it was seen.
     *
     * @return bytes, unsigned; more than {@link #capturedLength} where the capture cut the frame
     */
    public int originalLength() {
        return record.originalLength;
    }

    /**
     * Which interface of its section the frame belongs to.
     *
     * @return the index, 0 for the first; always 0 in classic pcap
     */
    public int interfaceIndex() {
        return record.interfaceIndex;
    }

    /**
     * Copies the frame's {@link #capturedLength} bytes.
     *
     * @param target absolute address with room for them
     */
    public void copyTo(long target) {
        RawMemory.copy(record.address, target, record.capturedLength);
    }

    @Override
    public void close() throws IOException {
        present = false;
        ahead = false;
        window.close();
    }

    private CaptureSyntax start() throws IOException {
        CaptureSyntax recognised = recognise();
        present = recognised.next(record);
        ahead = true;
        return recognised;
    }

    private CaptureSyntax recognise() throws IOException {
        window.readAs(false);
        window.require(Integer.BYTES, "the magic number");
        int magic = window.getInt(0);
        if (magic == PcapngLayout.SECTION_HEADER) {
            return new PcapngSyntax(window);
        }
        if (isPcap(magic)) {
            return new PcapSyntax(window);
        }
        window.readAs(true);
        if (isPcap(window.getInt(0))) {
            return new PcapSyntax(window);
        }
        throw window.fault(
                Fault.BAD_MAGIC,
                "0x" + Integer.toHexString(window.getInt(0)) + " starts neither a pcap nor a pcapng file",
                "save the capture as pcapng, uncompressed");
    }

    private static boolean isPcap(int magic) {
        return magic == PcapLayout.MAGIC_MICROSECONDS || magic == PcapLayout.MAGIC_NANOSECONDS;
    }
}
