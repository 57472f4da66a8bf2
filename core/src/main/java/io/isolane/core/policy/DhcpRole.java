package io.isolane.core.policy;

/** What DHCP messages may enter on a port, of IPv4 and of IPv6. */
public enum DhcpRole {
    /** Any; none teaches a binding. */
    UNGUARDED,
    /** A client's, for itself. */
    CLIENT,
    /** Any, and a server's are believed: where ports learn bindings, they learn from these. */
    SERVER
}
