package io.isolane.tools.bench.trial;

/** What is wrong with the frames of a stream (RFC 2889, 5.9: errored frames). A virtual link has no FCS, so none can be wrong. */
public enum Defect {
    /** Nothing: a device forwards them. */
    NONE,
    /** Shorter than an Ethernet header. */
    RUNT,
    /** Longer than the MTU of the ports. */
    OVERSIZE,
    /** The source is a group address. */
    GROUP_SOURCE,
    /** The source is 00:00:00:00:00:00. */
    ZERO_SOURCE,
    /** An 802.1Q tag that ends with the frame. */
    TRUNCATED_TAG,
    /** VID 4095, which IEEE 802.1Q reserves. */
    RESERVED_VID
}
