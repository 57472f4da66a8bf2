package io.isolane.dataplane.port.pcap;

/** The two capture file formats that every analyser reads. Immutable. */
public enum CaptureFormat {
    /** Classic pcap with nanosecond timestamps (draft-ietf-opsawg-pcap): one interface, no options. */
    PCAP,
    /** pcapng (draft-ietf-opsawg-pcapng): several interfaces with names, direction and comments for each frame. */
    PCAPNG
}
