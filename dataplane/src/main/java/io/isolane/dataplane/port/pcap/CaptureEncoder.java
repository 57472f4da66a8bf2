package io.isolane.dataplane.port.pcap;

/** How one file format lays out what is written. Confined to its writer. */
interface CaptureEncoder {

    /** The most bytes that such a frame takes in the file, its tag included. */
    int spaceFor(int length, int commentLength);

    /** Appends one frame; parameters as in {@link CaptureWriter#write}. */
    void encode(
            int interfaceIndex,
            long timestampNanos,
            CaptureDirection direction,
            long frame,
            int length,
            int originalLength,
            int tag,
            byte[] comment);
}
