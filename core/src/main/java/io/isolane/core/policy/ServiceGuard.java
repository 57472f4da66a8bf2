package io.isolane.core.policy;

/**
 * Which services of the network a port may not offer. Immutable.
 *
 * @param routers whether router advertisements and redirects are refused (RFC 6105, 7113)
 */
public record ServiceGuard(DhcpRole dhcp, boolean routers) {
    /** Any service may be offered. */
    public static final ServiceGuard OFF = new ServiceGuard(DhcpRole.UNGUARDED, false);

    /** True if something is refused. */
    boolean refuses() {
        return dhcp == DhcpRole.CLIENT || routers;
    }

    boolean isOn() {
        return dhcp != DhcpRole.UNGUARDED || routers;
    }
}
