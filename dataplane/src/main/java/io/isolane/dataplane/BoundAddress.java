package io.isolane.dataplane;

import io.isolane.core.binding.BindingTable;
import io.isolane.core.frame.IpAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * An IP address that is bound to a station behind a port. Immutable.
 *
 * @param vid its VLAN; 0 in a network that has none
 * @param left how long it is still bound; empty if that does not end
 */
public record BoundAddress(String port, int vid, IpAddress address, long mac, Optional<Duration> left) {
    static Optional<Duration> left(long expiry, long now) {
        return expiry == BindingTable.NEVER ? Optional.empty() : Optional.of(Duration.ofMillis(expiry - now));
    }
}
