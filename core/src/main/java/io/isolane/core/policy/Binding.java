package io.isolane.core.policy;

import io.isolane.core.frame.IpAddress;
import io.isolane.core.frame.MacAddress;
import java.util.OptionalInt;

/**
 * An IP address and the station behind a port that has it. Immutable.
 *
 * @param vid the VLAN; every one of the port's if there is none
 */
public record Binding(IpAddress address, long mac, OptionalInt vid) {
    /** @throws IllegalArgumentException if the IP address or the MAC address can be no host's */
    public Binding {
        PortProfile.requireStation(mac);
        if (!address.isHosts()) {
            throw new IllegalArgumentException(address + " is no host's address");
        }
        vid.ifPresent(VidSet::requireVlan);
    }

    /** A binding in every VLAN of the port. */
    public static Binding of(IpAddress address, long mac) {
        return new Binding(address, mac, OptionalInt.empty());
    }

    @Override
    public String toString() {
        return address + " of " + MacAddress.format(mac) + (vid.isPresent() ? " in VLAN " + vid.getAsInt() : "");
    }
}
