package io.isolane.dataplane.port.pcap;

/** The frame that a reader is at. Confined to its reader. */
final class CaptureRecord {

    long timestampNanos;
    long address;
    int capturedLength;
    int originalLength;
    int interfaceIndex;
}
