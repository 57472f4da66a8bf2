package io.isolane.tools.audit.scene;

import io.isolane.tools.audit.evidence.Station;
import java.util.Set;

/**
 * Stations that reach the LAN server by the same interface of it. Immutable.
 *
 * @param number 0 if it is the only one; third byte of its IPv4 addresses
 * @param uplink the port by which the LAN is reached
 * @param vlan the VLAN of its frames on the uplink; 0 if they are untagged
 */
public record Segment(int number, String uplink, int vlan, Set<Station> stations) {
    public Segment {
        stations = Set.copyOf(stations);
    }

    /** The IPv4 address of a station in it. */
    public String address(Station station) {
        return network() + station.number();
    }

    /** The IPv4 broadcast address. */
    public String broadcast() {
        return network() + 255;
    }

    private String network() {
        return "10.77." + number + ".";
    }
}
