package io.isolane.core.policy;

/** What is behind a port. */
public enum PortRole {
    /** The NIC of a virtual machine or of a network stack. */
    GUEST,
    /** The physical host's own interface. */
    HOST,
    /** A physical NIC to the LAN. */
    UPLINK
}
