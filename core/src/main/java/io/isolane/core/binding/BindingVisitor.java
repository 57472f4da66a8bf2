package io.isolane.core.binding;

import io.isolane.core.frame.IpAddress;

/** Is shown bindings one by one. */
@FunctionalInterface
public interface BindingVisitor {
    /**
     * A binding.
     *
     * @param fid of its VLAN
     * @param mac of the station that has the address
     * @param port that the station is behind
     * @param expiry when it ends, in milliseconds of the table's clock, or {@link BindingTable#NEVER}
     */
    void binding(int fid, IpAddress address, long mac, int port, long expiry);
}
