package io.isolane.tools.bench;

import io.isolane.core.policy.IsolationMode;

/**
 * What is measured.
 *
 * @param mode isolation mode of the network, or of the networks
 * @param frameLength bytes, without frame check sequence
 * @param addresses stations in all, spread over the ports
 * @param ports guest ports; modes that need an uplink have one of them as the uplink
 * @param vlans how the ports take part in VLANs
 * @param traffic whom the frames are for
 */
public record Scenario(IsolationMode mode, int frameLength, int addresses, int ports, Vlans vlans, Traffic traffic) {
    /** How the ports take part in VLANs. */
    public enum Vlans {
        NONE,
        /** Every port is an access port of VLAN 10. */
        ACCESS,
        /** Even ports are access ports of VLAN 10, odd ones trunks that carry it tagged. */
        ACCESS_TO_TRUNK,
        /** Even ports are tunnels of service VLAN 10, odd ones service trunks. */
        TUNNEL
    }

    /** Whom the frames are for. */
    public enum Traffic {
        KNOWN_UNICAST,
        UNKNOWN_UNICAST,
        BROADCAST
    }

    /** 64-byte frames between four ports with 256 stations in an access VLAN. */
    public static Scenario of(IsolationMode mode) {
        return new Scenario(mode, 64, 256, 4, Vlans.ACCESS, Traffic.KNOWN_UNICAST);
    }

    public Scenario withFrameLength(int bytes) {
        return new Scenario(mode, bytes, addresses, ports, vlans, traffic);
    }

    public Scenario withAddresses(int count) {
        return new Scenario(mode, frameLength, count, ports, vlans, traffic);
    }

    public Scenario withPorts(int count) {
        return new Scenario(mode, frameLength, addresses, count, vlans, traffic);
    }

    public Scenario withVlans(Vlans kind) {
        return new Scenario(mode, frameLength, addresses, ports, kind, traffic);
    }

    public Scenario withTraffic(Traffic kind) {
        return new Scenario(mode, frameLength, addresses, ports, vlans, kind);
    }
}
