package io.isolane.dataplane.port.pcap;

import java.io.IOException;
import java.nio.file.Path;

/** A capture file breaks its format; the message names the file, the byte offset, the value found and the mend. */
public final class CaptureFormatException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a capture file. */
    public enum Fault {
        /** The file starts with none of the known magic numbers. */
        BAD_MAGIC,
        /** A major version that this reader does not know. */
        UNKNOWN_VERSION,
        /** The frames are not Ethernet frames (link type 1). */
        WRONG_LINK_TYPE,
        /** A pcapng block length is impossible, or its two copies differ. */
        BAD_BLOCK_LENGTH,
        /** A captured length is over the snapshot length, the block or what any Ethernet frame can have. */
        BAD_RECORD_LENGTH,
        /** A frame names an interface that the section has not described. */
        UNKNOWN_INTERFACE,
        /** The file ends within a header, record or block. */
        TRUNCATED
    }

    private final Fault fault;
    private final long offset;

    CaptureFormatException(Path file, long offset, Fault fault, String found, String mend) {
        super(file + ": at byte " + offset + ": " + found + "; " + mend);
        this.fault = fault;
        this.offset = offset;
    }

    /**
     * Names what is wrong.
     *
     * @return the kind of fault
     */
    public Fault fault() {
        return fault;
    }

    /**
     * Says where the offending header, record or block starts.
     *
     * @return the offset in bytes from the start of the file
     */
    public long offset() {
        return offset;
    }
}
