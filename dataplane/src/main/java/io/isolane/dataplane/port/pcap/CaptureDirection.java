package io.isolane.dataplane.port.pcap;

/** Which way a captured frame went at its interface: bits 0-1 of epb_flags (draft-ietf-opsawg-pcapng, section 4.3.1). */
public enum CaptureDirection {
    /** Nothing is said about the direction; no flags option is written. */
    UNKNOWN(0),
    /** From the wire into the switch. */
    INBOUND(1),
    /** From the switch to the wire. */
    OUTBOUND(2);

    private final int flags;

    CaptureDirection(int flags) {
        this.flags = flags;
    }

    int flags() {
        return flags;
    }
}
