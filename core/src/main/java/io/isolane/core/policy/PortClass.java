package io.isolane.core.policy;

/** How a port's frames are given a VLAN: the frame path runs one plain loop for each. */
public enum PortClass {
    /** Tags are payload. */
    TRANSPARENT,
    /** Untagged frames only, in the port's VLAN. */
    ACCESS,
    /** The tag names the VLAN. */
    TRUNK,
    /** Everything is payload of the port's service VLAN. */
    TUNNEL
}
