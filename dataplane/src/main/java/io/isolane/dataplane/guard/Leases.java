package io.isolane.dataplane.guard;

import io.isolane.core.binding.BindingTable;
import io.isolane.core.frame.DhcpMessage;

/** When leases end. */
final class Leases {
    private static final long MILLIS = 1000;

    private Leases() {}

    /** When a lease of so many seconds ends that begins with the packet; DHCP and DHCPv6 write one without end alike. */
    static long expiry(InspectedPacket packet, long seconds) {
        return seconds == DhcpMessage.FOREVER ? BindingTable.NEVER : packet.now() + seconds * MILLIS;
    }
}
