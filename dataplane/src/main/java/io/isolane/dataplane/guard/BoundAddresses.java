package io.isolane.dataplane.guard;

import io.isolane.core.binding.BindResult;
import io.isolane.core.binding.BindingTable;
import io.isolane.core.table.MacTable;

/** The table of bindings as an inspected packet asks it: about the packet's VLAN, station, port and time. Any worker. */
final class BoundAddresses {
    private final BindingTable table;

    BoundAddresses(BindingTable table) {
        this.table = table;
    }

    /** True if the IPv4 address is the packet's station's. */
    boolean hasV4(InspectedPacket packet, int address) {
        return has(packet, false, 0, address & 0xffff_ffffL);
    }

    /** True if the IPv6 address is the packet's station's. */
    boolean hasV6(InspectedPacket packet, long high, long low) {
        return has(packet, true, high, low);
    }

    /** True if the source of an IP packet is its station's. */
    boolean hasSource(InspectedPacket packet) {
        return has(packet, packet.isIpv6(), packet.addressHigh(), packet.addressLow());
    }

    /** True if the address is bound to another port than the packet's. */
    boolean isElsewhere(InspectedPacket packet, boolean isV6, long high, long low) {
        int port = table.portOf(packet.fid(), isV6, high, low, packet.now());
        return port != BindingTable.NOWHERE && port != packet.port();
    }

    /** True if the address is not the port's yet, and there is no room for it. */
    boolean isBeyondLimit(InspectedPacket packet, boolean isV6, long high, long low) {
        return table.portOf(packet.fid(), isV6, high, low, packet.now()) != packet.port()
                && !table.hasRoom(packet.port(), packet.guards().addresses().limit(), packet.now());
    }

    /** Binds an IPv6 address to the packet's own station, as long as its port is there; false if that cannot be. */
    boolean claim(InspectedPacket packet, long high, long low) {
        return bind(packet, true, high, low, packet.source(), packet.port(), BindingTable.NEVER);
    }

    /** Binds an address to the station {@code key}, FID and MAC, behind {@code port}; false if that cannot be. */
    boolean bind(InspectedPacket packet, boolean isV6, long high, long low, long key, int port, long expiry) {
        int result = table.learn(
                packet.fid(),
                isV6,
                high,
                low,
                MacTable.mac(key),
                port,
                packet.guardsOf(port).addresses().limit(),
                expiry,
                packet.now());
        return result == BindResult.BOUND;
    }

    /** Forgets a learnt binding of {@code port}. If another worker is at it, the binding stays until its lease ends. */
    void forget(InspectedPacket packet, boolean isV6, long high, long low, int port) {
        table.forget(packet.fid(), isV6, high, low, port);
    }

    /** True if the address is bound to the station {@code key}, FID and MAC, behind {@code port}; {@code now} in milliseconds. */
    boolean has(long key, int port, long now, boolean isV6, long high, long low) {
        return table.isBound((int) (key >>> 48), isV6, high, low, MacTable.mac(key), port, now);
    }

    private boolean has(InspectedPacket packet, boolean isV6, long high, long low) {
        return has(packet.source(), packet.port(), packet.now(), isV6, high, low);
    }
}
